package dungeon.queries.feed;

import dungeon.queries.events.EventSubjects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Which events somebody wants.
 *
 * @param playerIds players whose commands led to them; empty for anybody's and nobody's
 * @param robotIds robots that they name; empty for any and none
 * @param types their types; empty for all
 */
record FeedFilter(Set<String> playerIds, Set<String> robotIds, Set<String> types) {
    /** The types of the events in an envelope. */
    static Set<String> typesOf(Schema envelope) {
        return envelope.getField("payload").schema().getTypes().stream()
                .map(Schema::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isAll() {
        return playerIds.isEmpty() && robotIds.isEmpty() && types.isEmpty();
    }

    boolean accepts(EventSubjects event) {
        return (playerIds.isEmpty() || (event.playerId() != null && playerIds.contains(event.playerId())))
                && (robotIds.isEmpty() || event.robotIds().stream().anyMatch(robotIds::contains))
                && (types.isEmpty() || types.contains(event.type()));
    }
}
