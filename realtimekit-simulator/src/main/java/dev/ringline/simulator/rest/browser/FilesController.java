package dev.ringline.simulator.rest.browser;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.rest.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the URLs of the API lead to: files that were uploaded, and empty ones. The newest hundred are kept. */
@RestController
@RequestMapping(Paths.FILES + "/{name}")
class FilesController {

    private static final int LARGEST = 1024 * 1024;
    private static final int MOST = 100;

    private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();

    @GetMapping
    ResponseEntity<byte[]> download(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(find(name));
    }

    /** @throws RefusedException if it is larger than 1 MiB */
    @PutMapping
    void upload(@PathVariable String name, HttpServletRequest request) throws IOException {
        byte[] content = request.getInputStream().readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw RefusedException.badRequest("the file is larger than 1 MiB");
        }
        keep(name, content);
    }

    private byte[] find(String name) {
        synchronized (files) {
            return files.getOrDefault(name, new byte[0]);
        }
    }

    private void keep(String name, byte[] content) {
        synchronized (files) {
            files.put(name, content);
            if (files.size() > MOST) {
                files.pollFirstEntry();
            }
        }
    }
}
