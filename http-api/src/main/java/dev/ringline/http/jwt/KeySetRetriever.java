package dev.ringline.http.jwt;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;

/**
 * Fetches a key set, at an OpenID provider by way of its configuration. Nothing is fetched before the first token comes,
 * so that services start while the provider is down.
 */
final class KeySetRetriever implements ResourceRetriever {

    private static final int TIMEOUT_MS = 1_000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final String CONFIGURATION = "/.well-known/openid-configuration";

    private final ResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES);

    private volatile boolean answered;

    /** Whether keys were ever had: after that, a key that is not among them is a wrong key. */
    boolean hasAnswered() {
        return answered;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        var keys = http.retrieveResource(address.getPath().endsWith(CONFIGURATION) ? keySetOf(address) : address);
        answered = true;
        return keys;
    }

    static URI configurationOf(URI issuer) {
        return URI.create(issuer.toString().replaceFirst("/$", "") + CONFIGURATION);
    }

    private URL keySetOf(URL configuration) throws IOException {
        try {
            var names =
                    JSONObjectUtils.parse(http.retrieveResource(configuration).getContent());
            return URI.create(JSONObjectUtils.getString(names, "jwks_uri")).toURL();
        } catch (ParseException | IllegalArgumentException | NullPointerException unusable) {
            throw new IOException(configuration + " names no usable jwks_uri", unusable);
        }
    }
}
