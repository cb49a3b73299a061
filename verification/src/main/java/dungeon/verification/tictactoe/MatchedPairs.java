package dungeon.verification.tictactoe;

import dungeon.players.connection.Platform;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.Topics;
import dungeon.verification.checks.PublishedLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Who was matched with whom, from the events of the lobby, and whether every pair has one room. */
public final class MatchedPairs {
    private final List<OpponentsMatched> matches = new ArrayList<>();
    private final Map<String, Set<String>> requested = new HashMap<>();
    private final Set<String> matched = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Set<String> givenUp = new HashSet<>();
    private String problem;

    private MatchedPairs() {}

    /** All of them, in the order of the log. */
    public static MatchedPairs read(Platform platform) {
        MatchedPairs pairs = new MatchedPairs();
        Deserializer<LobbyEvent> events = Topics.LOBBY_EVENTS
                .valueSerde(Map.of(RegistryConfig.URL, platform.registryUrl()))
                .deserializer();
        for (ConsumerRecord<byte[], byte[]> record : PublishedLog.records(platform, Topics.LOBBY_EVENTS.name())) {
            pairs.add(events.deserialize(record.topic(), record.value()));
        }
        return pairs;
    }

    /** Events in their order. */
    static MatchedPairs of(List<LobbyEvent> events) {
        MatchedPairs pairs = new MatchedPairs();
        events.forEach(pairs::add);
        return pairs;
    }

    private void add(LobbyEvent event) {
        Object payload = event.getPayload();
        if (payload instanceof OpponentsMatched match) {
            matches.add(match);
            Stream.of(match.getHost(), match.getGuest())
                    .filter(Objects::nonNull)
                    .forEach(search -> match(search.getSearchId(), event));
            if (match.getGuest() != null
                    && match.getHost().getPlayerId().equals(match.getGuest().getPlayerId())) {
                fail("%s was matched with himself".formatted(match.getHost().getPlayerName()));
            }
        } else if (payload instanceof PoolLeft gone) {
            // A relay may tell the pool again of a search that is over, which is said again then.
            left.add(gone.getSearchId());
        } else if (payload instanceof MatchRoomRequested request) {
            requested
                    .computeIfAbsent(request.getSearchId(), id -> new HashSet<>())
                    .add(request.getRoomId());
        } else if (payload instanceof RoomReleased released && released.getReason() != RoomReleaseReason.CLOSED) {
            givenUp.add(released.getSearchId());
        }
    }

    private void match(String searchId, LobbyEvent by) {
        if (!matched.add(searchId) || left.contains(searchId)) {
            fail("The search %s had ended before event %d of %s"
                    .formatted(searchId, by.getSequence(), by.getSubject()));
        }
    }

    private void fail(String what) {
        problem = problem == null ? what : problem;
    }

    public int size() {
        return matches.size();
    }

    /** Whether a room was asked for by the lobby for two who were matched, or for one and a bot. */
    public boolean contain(String roomId) {
        return requested.values().stream().anyMatch(rooms -> rooms.contains(roomId));
    }

    /**
     * What is wrong: somebody who is matched twice, after leaving or with himself, or a pair without a room or with two.
     *
     * @param opened all rooms that were ever opened
     */
    public Optional<String> problem(Set<String> opened) {
        if (problem != null) {
            return Optional.of(problem);
        }
        for (OpponentsMatched match : matches) {
            OpponentSearch host = match.getHost();
            long rooms = requested.getOrDefault(host.getSearchId(), Set.of()).stream()
                    .filter(opened::contains)
                    .count();
            if (rooms > 1 || (rooms == 0 && !givenUp.contains(host.getSearchId()))) {
                return Optional.of(
                        "The match of %s (%s) has %d rooms".formatted(host.getPlayerName(), host.getSearchId(), rooms));
            }
        }
        return Optional.empty();
    }
}
