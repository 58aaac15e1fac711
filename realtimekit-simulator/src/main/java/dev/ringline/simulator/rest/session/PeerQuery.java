package dev.ringline.simulator.rest.session;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ringline.simulator.rest.SortOrder;
import dev.ringline.simulator.room.Participant.Profile;
import dev.ringline.simulator.room.Session.Peer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which rows of a session a list is to show: one per peer, or one per participant. */
record PeerQuery(
        @Nullable String search,
        @BindParam("sort_by") @Nullable SortBy sortBy,
        @BindParam("sort_order") @Nullable SortOrder sortOrder,
        @Nullable View view,
        @BindParam("include_peer_events") @Nullable Boolean includePeerEvents) {

    /** In the words of the API. */
    enum SortBy {
        joinedAt,
        duration
    }

    /** In the words of the API. */
    enum View {
        raw,
        consolidated
    }

    boolean withEvents() {
        return Boolean.TRUE.equals(includePeerEvents);
    }

    /** Rows of one participant or one peer each: the peers that a row stands for, in the order of joining. */
    List<List<Peer>> pick(List<Peer> everybody, Instant now) {
        List<Peer> found = everybody.stream().filter(this::finds).toList();
        Comparator<List<Peer>> order = sortBy == SortBy.duration
                ? Comparator.comparing(row -> row.getFirst().timeUntil(now))
                : Comparator.comparing(row -> row.getFirst().joinedAt());
        return rows(found).stream()
                .sorted(sortOrder == SortOrder.DESC ? order.reversed() : order)
                .toList();
    }

    private Collection<List<Peer>> rows(List<Peer> peers) {
        if (view != View.consolidated) {
            return peers.stream().map(List::of).toList();
        }
        Map<UUID, List<Peer>> byParticipant =
                peers.stream().collect(groupingBy(peer -> peer.participant().id(), LinkedHashMap::new, toList()));
        return byParticipant.values();
    }

    private boolean finds(Peer peer) {
        Profile profile = peer.participant().profile();
        String text = (profile.name() + " " + profile.customParticipantId()).toLowerCase(ROOT);
        return search == null || text.contains(search.toLowerCase(ROOT));
    }
}
