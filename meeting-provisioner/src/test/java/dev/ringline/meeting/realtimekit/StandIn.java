package dev.ringline.meeting.realtimekit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.ringline.meeting.realtimekit.Wire.APP;
import static dev.ringline.meeting.realtimekit.Wire.json;
import static dev.ringline.meeting.realtimekit.Wire.meeting;
import static dev.ringline.meeting.realtimekit.Wire.participant;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A provider for whole runs: it makes a new meeting at every request, until it is told to do otherwise. */
public final class StandIn {

    /** What every participant's token is good until. */
    public static final Instant EXPIRY = Instant.parse("2031-01-01T00:00:00Z");

    /** Every participant's clear token. */
    public static final String TOKEN = Tokens.expiringAt(EXPIRY);

    private static final String NEW_ID = "{{randomValue type='UUID'}}";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().globalTemplating(true));

    private StandIn() {}

    public static StandIn start() {
        StandIn standIn = new StandIn();
        standIn.server.start();
        standIn.works();
        standIn.warmUp();
        return standIn;
    }

    /** What is loaded at the first request takes so long on a busy machine that the request would be repeated. */
    private void warmUp() {
        Instant soon = Instant.now().plusSeconds(60);
        try (RealtimeKitClient client = Wire.client(server, temporaryFolder(), new SimpleMeterRegistry())) {
            client.createMeeting("warm-up", soon);
            client.addParticipant("warm-up", "alice", MeetingMedia.AUDIO, soon);
            client.closeMeeting("warm-up", soon);
        }
    }

    public void works() {
        server.resetAll();
        server.stubFor(post(urlEqualTo(APP + "/meetings")).willReturn(json(201, meeting(NEW_ID))));
        server.stubFor(post(urlPathMatching(APP + "/meetings/[^/]+/participants"))
                .willReturn(json(201, participant(NEW_ID, TOKEN))));
        server.stubFor(patch(urlPathMatching(APP + "/meetings/[^/]+")).willReturn(json(200, meeting(NEW_ID))));
    }

    public void answersEverythingWith(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    public int meetingsMadeFor(String callId) {
        return server.findAll(postRequestedFor(urlEqualTo(APP + "/meetings")).withRequestBody(containing(callId)))
                .size();
    }

    public int participantsAddedTo(String meetingId) {
        return server.findAll(postRequestedFor(urlEqualTo(APP + "/meetings/" + meetingId + "/participants")))
                .size();
    }

    public boolean wasMadeInactive(String meetingId) {
        return !server.findAll(patchRequestedFor(urlEqualTo(APP + "/meetings/" + meetingId))
                        .withRequestBody(containing("INACTIVE")))
                .isEmpty();
    }

    public int requests() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    /** Points the service here. */
    public void configure(DynamicPropertyRegistry properties) {
        Path secrets = temporaryFolder();
        Path token = Wire.secret(secrets.resolve("token"), "api-token");
        Path key = Wire.secret(secrets.resolve("key"), "0123456789abcdef0123456789abcdef");
        properties.add("ringline.realtimekit.base-url", () -> "http://localhost:" + server.port() + "/client/v4");
        properties.add("ringline.realtimekit.account-id", () -> "acc");
        properties.add("ringline.realtimekit.app-id", () -> "app");
        properties.add("ringline.realtimekit.api-token-file", token::toString);
        properties.add("ringline.realtimekit.participant-key-file", key::toString);
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("meeting-provisioner");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
