package dev.ringline.benchmarks.floor;

import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A live stream as Spring MVC has it on Tomcat, that says nothing after its snapshot. */
@RestController
class StreamFloor {

    private static final long FOR_EVER = 0;

    @GetMapping("/v1/stream")
    SseEmitter stream() throws IOException {
        SseEmitter emitter = new SseEmitter(FOR_EVER);
        emitter.send(SseEmitter.event().name("snapshot").data("{}"));
        return emitter;
    }
}
