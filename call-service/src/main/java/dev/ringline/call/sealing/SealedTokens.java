package dev.ringline.call.sealing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import dev.ringline.call.JoinGrant.Token;
import dev.ringline.call.JoinGrant.TokenOpener;
import dev.ringline.call.rules.Meeting.Seat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens HPKE-sealed tokens with the private keyset that only this service holds. */
final class SealedTokens implements TokenOpener {

    private static final Logger LOG = LoggerFactory.getLogger(SealedTokens.class);

    private final HybridDecrypt keys;

    private SealedTokens(HybridDecrypt keys) {
        this.keys = keys;
    }

    /**
     * Reads the keyset, a Tink keyset in JSON.
     *
     * @throws IllegalStateException if the file cannot be read or holds no usable keyset; it says which file
     */
    static SealedTokens fromKeyset(Path file) {
        try {
            HybridConfig.register();
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            return new SealedTokens(keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "ringline.sealing.private-keyset-file: %s is no readable Tink keyset for HPKE".formatted(file), e);
        }
    }

    @Override
    public Optional<Token> open(String meetingId, Seat seat) {
        byte[] context = (meetingId + "\n" + seat.userId()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] clear = keys.decrypt(Base64.getUrlDecoder().decode(seat.sealedToken()), context);
            return Optional.of(new Token(new String(clear, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.atError()
                    .addKeyValue("meetingId", meetingId)
                    .addKeyValue("userId", seat.userId())
                    .setCause(e)
                    .log("A token sealed with key {} cannot be opened: nobody can join with it", seat.sealedWith());
            return Optional.empty();
        }
    }
}
