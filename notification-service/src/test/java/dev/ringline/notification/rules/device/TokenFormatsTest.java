package dev.ringline.notification.rules.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormatsTest {

    @Test
    void takesKeysThatBrowsersMake() throws Exception {
        assertThat(TokenFormats.isP256dh(encoded(point()))).isTrue();
    }

    @Test
    void takesNoPointBesideTheCurve() throws Exception {
        // Given
        byte[] point = point();
        // When
        point[64] ^= 1;
        // Then
        assertThat(TokenFormats.isP256dh(encoded(point))).isFalse();
    }

    @Test
    void takesNoCompressedKey() throws Exception {
        // Given
        byte[] compressed = Arrays.copyOf(point(), 33);
        // When
        compressed[0] = 2;
        // Then
        assertThat(TokenFormats.isP256dh(encoded(compressed))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "!!!", "BAAA", "AAECAwQFBgcICQoLDA0O", "AAECAwQFBgcICQoLDA0ODxA"})
    void takesNothingElseForAKeyOrASecret(String garbage) {
        assertThat(TokenFormats.isP256dh(garbage)).isFalse();
        assertThat(TokenFormats.isAuth(garbage)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0ODw=="})
    void takesSecretsOfSixteenBytes(String auth) {
        assertThat(TokenFormats.isAuth(auth)).isTrue();
    }

    private static byte[] point() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var key = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
        byte[] point = new byte[65];
        point[0] = 4;
        put(key.getAffineX().toByteArray(), point, 33);
        put(key.getAffineY().toByteArray(), point, 65);
        return point;
    }

    private static void put(byte[] number, byte[] target, int end) {
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, target, end - length, length);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
