package dungeon.verification.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Ids;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.Mark;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.Opponent;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.Pace;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.SearchEndReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Which faults of matchmaking the check finds. */
class MatchedPairsTest {
    private static final RoomPlan PLAN = new RoomPlan(Opponent.PERSON, null, Mark.X, 10_000L, 30_000L);
    private static final OpponentSearch ANN = search("ann");
    private static final OpponentSearch BOB = search("bob");

    @Test
    void findsNothingWhereEveryPairHasOneRoom() {
        MatchedPairs pairs = of(new OpponentsMatched(ANN, BOB, PLAN), request("first"), request("second"));

        assertThat(pairs.problem(Set.of("second", "of others"))).isEmpty();
        assertThat(pairs.size()).isEqualTo(1);
        assertThat(pairs.contain("second")).isTrue();
        assertThat(pairs.contain("of others")).isFalse();
    }

    @Test
    void findsAPairWithoutARoomUnlessItWasGivenUp() {
        MatchedPairs without = of(new OpponentsMatched(ANN, BOB, PLAN), request("first"));
        assertThat(without.problem(Set.of()))
                .contains("The match of ann (%s) has 0 rooms".formatted(ANN.getSearchId()));

        MatchedPairs givenUp = of(
                new OpponentsMatched(ANN, BOB, PLAN),
                request("first"),
                new RoomReleased("first", RoomReleaseReason.GIVEN_UP, ANN.getSearchId()));
        assertThat(givenUp.problem(Set.of())).isEmpty();
    }

    @Test
    void findsAPairWithTwoRooms() {
        assertThat(of(new OpponentsMatched(ANN, BOB, PLAN), request("first"), request("second"))
                        .problem(Set.of("first", "second")))
                .contains("The match of ann (%s) has 2 rooms".formatted(ANN.getSearchId()));
    }

    @Test
    void findsWhoeverIsMatchedTwiceOrAfterLeaving() {
        assertThat(of(new OpponentsMatched(ANN, BOB, PLAN), new OpponentsMatched(BOB, null, PLAN))
                        .problem(Set.of()))
                .contains("The search %s had ended before event 2 of pool:tictactoe".formatted(BOB.getSearchId()));
        assertThat(of(
                                new PoolLeft(ANN.getSearchId(), ANN.getSubject(), SearchEndReason.LEFT),
                                new OpponentsMatched(ANN, BOB, PLAN))
                        .problem(Set.of()))
                .contains("The search %s had ended before event 2 of pool:tictactoe".formatted(ANN.getSearchId()));
    }

    @Test
    void findsNothingInASearchThatIsToldToBeOverTwice() {
        PoolLeft left = new PoolLeft(ANN.getSearchId(), ANN.getSubject(), SearchEndReason.LEFT);

        assertThat(of(left, left).problem(Set.of())).isEmpty();
    }

    @Test
    void findsWhoeverIsMatchedWithHimself() {
        OpponentSearch again = OpponentSearch.newBuilder(ANN)
                .setSearchId(Ids.numbered("search", 9))
                .build();

        assertThat(of(new OpponentsMatched(ANN, again, PLAN)).problem(Set.of()))
                .contains("ann was matched with himself");
    }

    private static MatchRoomRequested request(String roomId) {
        return new MatchRoomRequested(ANN.getSearchId(), roomId, null, "ann", BOB, PLAN, 1, Instant.EPOCH);
    }

    private static OpponentSearch search(String name) {
        String subject = "player:" + name;
        return new OpponentSearch(
                Ids.nameBased("search of " + name), Ids.nameBased(subject), name, subject, Pace.FAST, null, 0L);
    }

    private static MatchedPairs of(SpecificRecord... payloads) {
        List<LobbyEvent> events = Stream.iterate(0, i -> i < payloads.length, i -> i + 1)
                .map(i -> new LobbyEvent("pool:tictactoe", i + 1L, Instant.EPOCH, null, null, 0, payloads[i]))
                .toList();
        return MatchedPairs.of(events);
    }
}
