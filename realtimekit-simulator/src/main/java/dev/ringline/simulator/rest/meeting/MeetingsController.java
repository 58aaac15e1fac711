package dev.ringline.simulator.rest.meeting;

import dev.ringline.simulator.app.App;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.rest.gateway.Caller;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Room;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping({Paths.APP + "/meetings", Paths.LEGACY + "/meetings"})
class MeetingsController {

    private final MeetingBodies bodies;

    MeetingsController(MeetingBodies bodies) {
        this.bodies = bodies;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Envelope create(Caller caller, App app, @RequestBody(required = false) @Nullable JsonNode body) {
        return view(app.rooms().open(bodies.whole(body, caller.legacy())).meeting());
    }

    @GetMapping
    Envelope list(App app, @ModelAttribute MeetingQuery query, @ModelAttribute Paging paging) {
        List<Meeting> found = app.rooms().newestFirst().stream()
                .map(Room::meeting)
                .filter(query::matches)
                .toList();
        return paging.page(found, MeetingView::of);
    }

    @GetMapping("/{meeting_id}")
    Envelope get(App app, @PathVariable("meeting_id") UUID meetingId) {
        return view(app.rooms().get(meetingId).meeting());
    }

    @PatchMapping("/{meeting_id}")
    Envelope update(
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = app.rooms().get(meetingId);
        MeetingBodies.Change change = bodies.change(body);
        return view(room.change(change::settings, change::status));
    }

    @PutMapping("/{meeting_id}")
    Envelope replace(
            Caller caller,
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = app.rooms().get(meetingId);
        Meeting.Settings settings = bodies.whole(body, caller.legacy());
        return view(room.change(before -> settings, Meeting::status));
    }

    private static Envelope view(Meeting meeting) {
        return Envelope.of(MeetingView.of(meeting));
    }
}
