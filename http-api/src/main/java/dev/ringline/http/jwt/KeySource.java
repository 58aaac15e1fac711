package dev.ringline.http.jwt;

import java.net.URI;
import java.nio.file.Path;

/** Where the keys come from that tokens are signed with. */
sealed interface KeySource {

    /** An OpenID provider: its configuration names the key set. */
    record Provider(URI issuer) implements KeySource {}

    /** A JSON Web Key set at a fixed address. */
    record KeySet(URI address) implements KeySource {}

    /** One RSA public key in a PEM file. */
    record PublicKey(Path file) implements KeySource {}

    /** A secret that the app's own backend signs with. */
    record Secret(Path file) implements KeySource {}
}
