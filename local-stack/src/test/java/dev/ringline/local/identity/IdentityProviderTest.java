package dev.ringline.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class IdentityProviderTest {

    @AutoClose
    IdentityProvider provider = IdentityProvider.start(0, SigningKey.generate());

    @AutoClose
    HttpClient client = HttpClient.newHttpClient();

    @Test
    void issuesTokensThatItsPublishedKeyVerifies() throws Exception {
        // When
        var token = SignedJWT.parse(get("/token?user=alice&scope=ringline.admin%20other&device=phone-1")
                .body());

        // Then
        var key = JWKSet.parse(get("/jwks.json").body())
                .getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getIssuer()).isEqualTo(provider.issuer());
        assertThat(claims.getAudience()).containsExactly("ringline");
        assertThat(claims.getStringClaim("scope")).isEqualTo("ringline.admin other");
        assertThat(claims.getStringClaim("sid")).isEqualTo("phone-1");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void refusesToNameNobody() throws Exception {
        assertThat(get("/token").statusCode()).isEqualTo(400);
        assertThat(get("/token?user=").statusCode()).isEqualTo(400);
        assertThat(get("/token?user=two%20words").statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhereItsKeyIs() throws Exception {
        assertThat(get("/.well-known/openid-configuration").body())
                .contains("\"jwks_uri\":\"" + provider.issuer() + "/jwks.json\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = URI.create(provider.issuer() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
