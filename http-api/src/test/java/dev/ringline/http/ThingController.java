package dev.ringline.http;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every way in which a controller of a service takes something from a request or fails. */
@RestController
class ThingController {

    enum Colour {
        RED,
        GREEN
    }

    record Thing(
            @NotNull @OpaqueId String name,
            @Nullable Colour colour,
            @Nullable @Min(5) @Max(60) Integer seconds,
            @Nullable Short weight,
            @Nullable List<@OpaqueId String> friends) {}

    record Note(@Nullable String text) {}

    @PostMapping("/v1/things")
    Thing make(Caller caller, @Valid @RequestBody Thing thing) {
        return thing;
    }

    @PostMapping("/v1/notes")
    Map<String, String> note(@RequestBody(required = false) @Nullable Note note) {
        return Map.of("text", note == null || note.text() == null ? "none" : note.text());
    }

    @GetMapping("/v1/things/{number}")
    Map<String, Integer> byNumber(
            @PathVariable int number, @RequestParam(defaultValue = "1") @Min(1) @Max(9) int times) {
        return Map.of("product", number * times);
    }

    @GetMapping("/v1/named/{id}")
    Map<String, String> byName(@PathVariable @OpaqueId String id, @RequestParam Instant since) {
        return Map.of("id", id, "since", since.toString());
    }

    @GetMapping("/v1/pages")
    Page<Integer> page(Paging paging) {
        return pageOf("nobody", paging);
    }

    @GetMapping("/v1/pages/{owner}")
    Page<Integer> pageOf(@PathVariable String owner, Paging paging) {
        var found = IntStream.range(0, 30).boxed().limit(paging.fetch()).toList();
        return Page.of(found, paging, number -> new Cursor(Instant.EPOCH, "thing-" + number));
    }

    @GetMapping("/v1/caller")
    Caller caller(Caller caller) {
        return caller;
    }

    @GetMapping({"/v1/calls/{callId}", "/v1/stream"})
    Caller aboutTheRing(Caller caller) {
        return caller;
    }

    @PostMapping({"/v1/calls/{callId}/alerting", "/v1/calls/{callId}/decline"})
    Caller commandOfTheRing(Caller caller) {
        return caller;
    }

    @GetMapping("/v1/device")
    Map<String, String> device(Caller caller) {
        return Map.of("device", caller.requireDevice());
    }

    @GetMapping("/v1/admin/things")
    List<String> forAdmins() {
        return List.of();
    }

    @GetMapping("/v1/trace")
    Map<String, String> trace() {
        return Map.of("traceId", String.valueOf(MDC.get("traceId")));
    }

    @GetMapping("/v1/failures/{kind}")
    void fail(@PathVariable String kind) {
        throw switch (kind) {
            case "resource" -> new DataAccessResourceFailureException("mongo.internal:27017 is gone");
            case "mongo" -> new MongoTimeoutException("mongo.internal:27017 is gone");
            case "duplicate" -> new DuplicateKeyException("secret index");
            case "problem" ->
                new ProblemException(
                        Problem.of(409, "call-ended", "The call is over.").with("call", Map.of("id", "1")));
            default -> new IllegalStateException("secret detail");
        };
    }
}
