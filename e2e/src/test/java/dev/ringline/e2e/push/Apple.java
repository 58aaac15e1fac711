package dev.ringline.e2e.push;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.machine.TextFile;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Apple's production host, as Pushy plays it: real HTTP/2. */
final class Apple implements AutoCloseable {

    private static final String DEVICE = "/3/device/";

    private final int port = Ports.free();
    private final PushLog log;
    private final Path key;
    private final Path certificates;
    private final MockApnsServer server;

    Apple(PushLog log, Path folder) throws Exception {
        this.log = log;
        this.key = folder.resolve("apns.p8");
        var certificate = certificate();
        this.certificates = certificate.toTempRootCertPem().toPath();
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        TextFile.write(key, PushServices.pem(generator.generateKeyPair().getPrivate()));
        this.server = new MockApnsServerBuilder()
                .setServerCredentials(
                        new X509Certificate[] {certificate.getCertificate()},
                        certificate.getKeyPair().getPrivate(),
                        null)
                .setUseAlpn(true)
                .setHandlerFactory(_ -> this::take)
                .build();
        server.start(port).join();
    }

    /** What the service is to be told of it. */
    List<String> settings() {
        return List.of(
                "--ringline.push.trusted-certificates-file=" + certificates,
                "--ringline.push.apns.production-host=localhost:" + port,
                "--ringline.push.apns.keys[0].app-id=" + PushServices.APP,
                "--ringline.push.apns.keys[0].team-id=TEAM123456",
                "--ringline.push.apns.keys[0].key-id=KEY1234567",
                "--ringline.push.apns.keys[0].key-file=" + key);
    }

    private void take(Http2Headers headers, ByteBuf payload) throws RejectedNotificationException {
        var token = headers.path().toString().substring(DEVICE.length());
        if (!log.note(token, JsonMapper.shared().readTree(payload.toString(StandardCharsets.UTF_8)))) {
            throw new RejectedNotificationException(RejectionReason.SERVICE_UNAVAILABLE);
        }
    }

    private static X509Bundle certificate() throws Exception {
        return new CertificateBuilder()
                .ecp256()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    @Override
    public void close() {
        server.shutdown().join();
    }
}
