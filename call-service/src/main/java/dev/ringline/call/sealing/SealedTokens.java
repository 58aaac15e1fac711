package dev.ringline.call.sealing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import dev.ringline.call.Meeting.JoinToken;
import dev.ringline.call.Meeting.Seat;
import dev.ringline.call.Meeting.TokenOpener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Opens HPKE-sealed tokens with the private keyset that only this service holds. */
final class SealedTokens implements TokenOpener {

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
    public JoinToken open(String meetingId, Seat seat) {
        byte[] context = (meetingId + "\n" + seat.userId()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] clear = keys.decrypt(Base64.getUrlDecoder().decode(seat.sealedToken()), context);
            return new JoinToken(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The token of meeting %s was sealed with key %s, which does not open it"
                            .formatted(meetingId, seat.sealedWith()),
                    e);
        }
    }
}
