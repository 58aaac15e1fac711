package dev.ringline.notification.push.outbound;

import dev.ringline.notification.push.PushProperties;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An https server that does what the test says and remembers what it was asked. Its certificate is good for
 * localhost.
 */
public final class TlsServer implements AutoCloseable {

    private static final X509Bundle CERTIFICATE = certificate();

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    private TlsServer(HttpProtocol protocol, BiFunction<Request, HttpServerResponse, Publisher<Void>> script) {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .protocol(protocol)
                .secure(spec -> spec.sslContext(
                        protocol == HttpProtocol.H2
                                ? Http2SslContextSpec.forServer(key(), chain())
                                : Http11SslContextSpec.forServer(key(), chain())))
                .handle((request, response) -> received(request).flatMapMany(known -> script.apply(known, response)))
                .bindNow();
    }

    /** What came in. */
    public record Request(String method, String host, String path, HttpHeaders headers, byte[] body) {}

    public static TlsServer that(BiFunction<Request, HttpServerResponse, Publisher<Void>> script) {
        return new TlsServer(HttpProtocol.HTTP11, script);
    }

    /** The same in HTTP/2. */
    public static TlsServer inHttp2That(BiFunction<Request, HttpServerResponse, Publisher<Void>> script) {
        return new TlsServer(HttpProtocol.H2, script);
    }

    /** Answers every request with this status. */
    public static TlsServer answering(int status) {
        return that((_, response) -> response.status(status).send());
    }

    private Mono<Request> received(HttpServerRequest request) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .map(body -> {
                    Request known = new Request(
                            request.method().name(),
                            String.valueOf(request.requestHeaders().get("host")),
                            request.uri(),
                            request.requestHeaders().copy(),
                            body);
                    requests.add(known);
                    return known;
                });
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public int port() {
        return server.port();
    }

    /** {@code localhost:port}. */
    public String endpoint() {
        return "localhost:" + port();
    }

    /** Settings under which this server's certificate is trusted. */
    public static PushProperties trusting(Duration timeLimit) {
        return new PushProperties(timeLimit, 256, certificates(), false);
    }

    public static Path certificates() {
        try {
            return CERTIFICATE.toTempRootCertPem().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static X509Bundle bundle() {
        return CERTIFICATE;
    }

    private static PrivateKey key() {
        return CERTIFICATE.getKeyPair().getPrivate();
    }

    private static X509Certificate[] chain() {
        return new X509Certificate[] {CERTIFICATE.getCertificate()};
    }

    private static X509Bundle certificate() {
        try {
            return new CertificateBuilder()
                    .ecp256()
                    .subject("CN=localhost")
                    .addSanDnsName("localhost")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }
}
