package dev.ringline.simulator.rest;

import dev.ringline.simulator.Meeting;
import dev.ringline.simulator.Room;
import dev.ringline.simulator.Rooms;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class MeetingsController {

    private final Rooms rooms;
    private final MeetingBodies bodies;

    MeetingsController(Rooms rooms, MeetingBodies bodies) {
        this.rooms = rooms;
        this.bodies = bodies;
    }

    @PostMapping(Paths.MEETINGS)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope create(@RequestBody(required = false) @Nullable JsonNode body) {
        return view(rooms.open(bodies.whole(body)).meeting());
    }

    @GetMapping(Paths.MEETINGS)
    Envelope list(MeetingQuery query, Paging paging) {
        List<Meeting> found = rooms.newestFirst().stream()
                .map(Room::meeting)
                .filter(query::matches)
                .toList();
        return paging.page(found, MeetingView::of);
    }

    @GetMapping(Paths.MEETING)
    Envelope get(@PathVariable("meeting_id") UUID meetingId) {
        return view(rooms.get(meetingId).meeting());
    }

    @PatchMapping(Paths.MEETING)
    Envelope update(
            @PathVariable("meeting_id") UUID meetingId, @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = rooms.get(meetingId);
        MeetingBodies.Change change = bodies.change(body);
        return view(room.change(change::settings, change::status));
    }

    @PutMapping(Paths.MEETING)
    Envelope replace(
            @PathVariable("meeting_id") UUID meetingId, @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = rooms.get(meetingId);
        Meeting.Settings settings = bodies.whole(body);
        return view(room.change(before -> settings, Meeting::status));
    }

    private static Envelope view(Meeting meeting) {
        return Envelope.of(MeetingView.of(meeting));
    }
}
