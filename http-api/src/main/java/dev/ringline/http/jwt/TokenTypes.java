package dev.ringline.http.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import dev.ringline.http.ring.RingTokens;
import java.text.ParseException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The type in a token's header picks who checks it: what a token claims of its issuer must not. */
record TokenTypes(JwtDecoder ofApp, JwtDecoder ofRing) implements JwtDecoder {

    @Override
    public Jwt decode(String token) {
        return (isRing(token) ? ofRing : ofApp).decode(token);
    }

    private static boolean isRing(String token) {
        int header = token.indexOf('.');
        if (header < 0) {
            return false;
        }
        try {
            return RingTokens.TYPE.equals(
                    JWSHeader.parse(new Base64URL(token.substring(0, header))).getType());
        } catch (ParseException | IllegalArgumentException notOurs) {
            return false;
        }
    }
}
