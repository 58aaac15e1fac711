package dev.ringline.notification.rules.device;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** What tokens look like. What passes may still lead nowhere, which only the push service can tell. */
public final class TokenFormats {

    /** The longest endpoint of a subscription. */
    public static final int LONGEST_ENDPOINT = 2_048;

    private static final Pattern APNS = Pattern.compile("(?:[0-9a-fA-F]{2}){32,100}");
    private static final Pattern FCM = Pattern.compile("[A-Za-z0-9_:.\\-]{32,4096}");
    private static final int AUTH_BYTES = 16;
    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;

    private static final BigInteger PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private TokenFormats() {}

    /** Hexadecimal, 32 to 100 bytes; Apple promises no length. */
    public static boolean isApns(String token) {
        return APNS.matcher(token).matches();
    }

    /** 32 to 4096 letters, digits and {@code _ : . -}. */
    public static boolean isFcm(String token) {
        return FCM.matcher(token).matches();
    }

    /** Sixteen bytes in base64url. */
    public static boolean isAuth(String auth) {
        return decoded(auth).length == AUTH_BYTES;
    }

    /** A point of the curve P-256, uncompressed, in base64url. */
    public static boolean isP256dh(String key) {
        byte[] point = decoded(key);
        if (point.length != 1 + 2 * COORDINATE_BYTES || point[0] != UNCOMPRESSED) {
            return false;
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, point.length));
        return x.compareTo(PRIME) < 0 && y.compareTo(PRIME) < 0 && isOnCurve(x, y);
    }

    /** y² = x³ − 3x + b. */
    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        BigInteger right = x.pow(3).subtract(x.multiply(THREE)).add(B).mod(PRIME);
        return y.multiply(y).mod(PRIME).equals(right);
    }

    private static byte[] decoded(String base64url) {
        try {
            return base64url.length() > 200
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
