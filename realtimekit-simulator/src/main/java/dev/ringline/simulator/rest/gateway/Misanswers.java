package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.fault.Fault.Plain;
import dev.ringline.simulator.fault.Faults.Armed;
import dev.ringline.simulator.rest.Envelope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers that are not what was asked for. */
@Component
class Misanswers {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS_OF_A_HUGE_BODY = 1024;
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(100);

    private final Answers answers;

    Misanswers(Answers answers) {
        this.answers = answers;
    }

    void give(HttpServletResponse response, Plain fault, Armed armed) throws IOException {
        switch (fault) {
            case CODE_971_IN_200 -> answers.json(response, 200, RateLimits.rateLimited());
            case HTML_502 -> page(response, 502, "502 Bad Gateway");
            case HTML_520 -> page(response, 520, "Web server is returning an unknown error");
            case NOT_FOUND -> answers.json(response, 404, Envelope.kitError(404, "Error: resource not found"));
            case BROKEN_JSON -> json(response, "{\"success\":true,\"data\":{");
            case EMPTY_BODY -> json(response, "");
            case WRONG_SHAPE -> json(response, "{\"success\":\"yes\",\"data\":[7]}");
            case HUGE_BODY -> writeMuch(response);
            case ENDLESS_BODY -> writeOn(response, armed);
            case DOWN, RESET_AFTER_COMMIT -> throw new IllegalArgumentException(fault + " has no answer");
        }
    }

    private void page(HttpServletResponse response, int status, String title) throws IOException {
        String page = "<html><head><title>" + title + "</title></head><body><center><h1>" + title
                + "</h1></center></body></html>";
        answers.text(response, status, MediaType.TEXT_HTML_VALUE, page);
    }

    private void json(HttpServletResponse response, String body) throws IOException {
        answers.text(response, 200, MediaType.APPLICATION_JSON_VALUE, body);
    }

    private static void writeMuch(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) ' ');
        for (int written = 0; written < BLOCKS_OF_A_HUGE_BODY; written++) {
            response.getOutputStream().write(block);
        }
    }

    /** Ends when the client goes: then writing fails. */
    private static void writeOn(HttpServletResponse response, Armed armed) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        OutputStream body = response.getOutputStream();
        try {
            while (!armed.await(BETWEEN_BYTES)) {
                body.write(' ');
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
