package dev.ringline.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A list in the format of {@code sha256sum}, and what has become of the files that it names. */
record PublishedFiles(Path folder, Map<String, String> checksums) {

    static PublishedFiles read(Path list) throws IOException {
        Map<String, String> checksums = new LinkedHashMap<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.startsWith("#")) {
                String[] entry = line.split(" {2}", 2);
                checksums.put(entry[1], entry[0]);
            }
        }
        return new PublishedFiles(list.toAbsolutePath().getParent(), checksums);
    }

    /** The names of listed files that are gone or are no longer what was listed, each with its fate. */
    Map<String, String> broken() throws IOException {
        Map<String, String> fates = new TreeMap<>();
        for (String name : checksums.keySet()) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                fates.put(name, "missing");
            } else if (!sha256(file).equals(checksums.get(name))) {
                fates.put(name, "changed");
            }
        }
        return fates;
    }

    /** Files that nobody has listed. */
    List<String> unlisted(Stream<Path> files) {
        return files.map(file -> folder.relativize(file).toString())
                .filter(name -> !checksums.containsKey(name))
                .toList();
    }

    static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
