package dev.ringline.simulator.rest.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a session leaves behind: URLs to download from for seven days. What lies there is empty. */
@RestController
@RequestMapping({Paths.APP + "/sessions/{session_id}", Paths.LEGACY + "/sessions/{session_id}"})
class SessionFilesController {

    private static final Duration FILES_LIVE = Duration.ofDays(7);

    private final SimulatorClock clock;

    SessionFilesController(SimulatorClock clock) {
        this.clock = clock;
    }

    /** How a transcript may be written. */
    enum Format {
        SRT,
        VTT,
        JSON,
        CSV
    }

    @GetMapping("/chat")
    Envelope chat(App app, @PathVariable("session_id") UUID sessionId) {
        SessionsController.run(app, sessionId);
        return Envelope.of(new Chat(url(sessionId, "chat.csv"), expiry()));
    }

    @GetMapping("/transcript")
    Envelope transcript(
            App app,
            @PathVariable("session_id") UUID sessionId,
            @RequestParam(required = false) @Nullable Format format) {
        SessionsController.run(app, sessionId);
        String type = (format == null ? Format.CSV : format).name().toLowerCase(Locale.ROOT);
        return Envelope.of(new Transcript(sessionId, url(sessionId, "transcript." + type), expiry()));
    }

    @GetMapping("/summary")
    Envelope summary(App app, @PathVariable("session_id") UUID sessionId) {
        SessionsController.run(app, sessionId);
        return Envelope.of(new Summary(sessionId, url(sessionId, "summary.txt"), expiry()));
    }

    @PostMapping("/summary")
    Envelope makeSummary(App app, @PathVariable("session_id") UUID sessionId) {
        SessionsController.run(app, sessionId);
        return Envelope.of(Map.of("session_id", sessionId, "status", "IN_PROGRESS"));
    }

    private static String url(UUID sessionId, String name) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(Paths.FILES + "/" + sessionId + "-" + name)
                .toUriString();
    }

    private Instant expiry() {
        return clock.instant().plus(FILES_LIVE);
    }

    private record Chat(String chatDownloadUrl, Instant chatDownloadUrlExpiry) {}

    private record Transcript(
            @JsonProperty("sessionId") UUID sessionId,
            String transcriptDownloadUrl,
            Instant transcriptDownloadUrlExpiry) {}

    private record Summary(
            @JsonProperty("sessionId") UUID sessionId,
            @JsonProperty("summaryDownloadUrl") String summaryDownloadUrl,
            @JsonProperty("summaryDownloadUrlExpiry") Instant summaryDownloadUrlExpiry) {}
}
