package dev.ringline.call.http;

import dev.ringline.call.Administration;
import dev.ringline.call.Timeline;
import dev.ringline.http.OpaqueId;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those may do whose token has the admin scope. */
@RestController
@RequestMapping("/v1/admin")
class AdminController {

    private final Administration administration;
    private final CallViews views;

    AdminController(Administration administration, CallViews views) {
        this.administration = administration;
        this.views = views;
    }

    /** Everything that is known to have happened to a call, oldest first. */
    record TimelineView(List<Timeline.Entry> items) {}

    /** That it was asked for: it is carried out soon, and for certain. */
    record ErasureView(String userId) {}

    @PostMapping("/calls/{callId}/end")
    CallView end(@PathVariable String callId) {
        return administration.end(callId).map(views::ofNobody).orElseThrow(CallProblems::unknown);
    }

    @GetMapping("/calls/{callId}/timeline")
    TimelineView timeline(@PathVariable String callId) {
        return administration.timeline(callId).map(TimelineView::new).orElseThrow(CallProblems::unknown);
    }

    @DeleteMapping("/users/{userId}")
    ErasureView erase(@PathVariable @OpaqueId String userId) {
        administration.erase(userId);
        return new ErasureView(userId);
    }
}
