package dungeon.queries.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.presence.PresentPlayers.Question;
import dungeon.queries.presence.PresentPlayers.Report;
import dungeon.queries.presence.SeatWatch.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresentPlayersTest {
    private static final long LOOK_AFTER_MS = PresentPlayers.LOOK_AFTER.toMillis();
    private static final long GRACE_MS = PresentPlayers.GRACE.toMillis();
    private static final long AGAIN_MS = PresentPlayers.AGAIN_AFTER.toMillis();
    private static final long SLOWLY_MS = PresentPlayers.SLOWLY_AFTER.toMillis();
    private static final long ONCE_MORE_MS = PresentPlayers.LOOK_ONCE_MORE_AFTER.toMillis();
    private static final long KEPT_MS = PresentPlayers.LEFT_KEPT.toMillis();

    private final PresentPlayers players = new PresentPlayers();

    @Test
    void saysNothingOfWhoeverIsWhereTheRoomTakesThemToBe() {
        players.enters("room", "ann", "token", 0);

        assertThat(players.due(LOOK_AFTER_MS - 1)).isEmpty();
        assertThat(asked(LOOK_AFTER_MS, Seen.THERE)).isEmpty();
        assertThat(players.due(LOOK_AFTER_MS + ONCE_MORE_MS - 1)).isEmpty();
        assertThat(asked(LOOK_AFTER_MS + ONCE_MORE_MS, Seen.THERE)).isEmpty();
        assertThat(players.due(1_000_000)).isEmpty();
    }

    /** What is said at first may be older than what the room has in its log. */
    @Test
    void findsOutLaterThatTheRoomTakesWhoeverIsHereForGone() {
        players.enters("room", "ann", "token", 0);
        assertThat(asked(LOOK_AFTER_MS, Seen.THERE)).isEmpty();

        assertThat(asked(LOOK_AFTER_MS + ONCE_MORE_MS, Seen.GONE)).containsExactly(new Report("room", "token", true));
    }

    @Test
    void saysThatWhoeverComesIsBackIfTheRoomTakesThemForGone() {
        players.enters("room", "ann", "token", 0);

        assertThat(asked(LOOK_AFTER_MS, Seen.GONE)).containsExactly(new Report("room", "token", true));
        // The room has not heard of it.
        assertThat(asked(LOOK_AFTER_MS + AGAIN_MS, Seen.GONE)).containsExactly(new Report("room", "token", true));
        assertThat(asked(LOOK_AFTER_MS + 2 * AGAIN_MS, Seen.THERE)).isEmpty();
        assertThat(asked(LOOK_AFTER_MS + 2 * AGAIN_MS + ONCE_MORE_MS, Seen.THERE))
                .isEmpty();
        assertThat(players.due(1_000_000)).isEmpty();
    }

    /** Whoever tells rooms may be away for long, and nobody is to lose a round because of that. */
    @Test
    void goesOnToSayThatWhoeverIsHereIsBackUntilTheRoomKnows() {
        players.enters("room", "ann", "token", 0);
        long nowMs = LOOK_AFTER_MS;
        for (int i = 0; i < PresentPlayers.QUICK_TRIES; i++) {
            assertThat(asked(nowMs, Seen.GONE)).hasSize(1);
            nowMs += AGAIN_MS;
        }
        assertThat(asked(nowMs, Seen.GONE)).hasSize(1);
        for (int i = 0; i < 100; i++) {
            assertThat(players.due(nowMs + SLOWLY_MS - 1)).isEmpty();
            nowMs += SLOWLY_MS;
            assertThat(asked(nowMs, Seen.GONE)).hasSize(1);
        }
    }

    @Test
    void saysThatWhoeverHasLeftIsGoneWhenTheyDoNotComeBackAtOnce() {
        players.enters("room", "ann", "old", 0);
        players.enters("room", "ann", "token", 1);
        players.leaves("room", "ann", 10_000);
        assertThat(asked(10_000 + GRACE_MS, Seen.THERE))
                .as("there is a second tab")
                .isEmpty();
        players.leaves("room", "ann", 20_000);

        assertThat(players.due(20_000 + GRACE_MS - 1)).isEmpty();
        assertThat(asked(20_000 + GRACE_MS, Seen.THERE)).containsExactly(new Report("room", "token", false));
        assertThat(asked(20_000 + GRACE_MS + AGAIN_MS, Seen.GONE)).isEmpty();
        assertThat(players.knows("room")).isFalse();
    }

    @Test
    void saysNothingOfWhoeverIsBackBeforeTheGraceIsOver() {
        players.enters("room", "ann", "token", 0);
        assertThat(asked(LOOK_AFTER_MS, Seen.THERE)).isEmpty();
        players.leaves("room", "ann", 10_000);
        players.enters("room", "ann", "token", 10_000 + GRACE_MS - 1);

        assertThat(players.due(10_000 + GRACE_MS)).isEmpty();
        assertThat(asked(20_000 + GRACE_MS, Seen.THERE)).isEmpty();
        assertThat(players.knows("room")).isTrue();
    }

    /** Another instance has lost them, and cannot know of the connection here. */
    @Test
    void saysThatWhoeverIsHereIsBackWhenTheRoomLearnsThatTheyAreGone() {
        players.enters("room", "ann", "token", 0);
        assertThat(asked(LOOK_AFTER_MS, Seen.THERE)).isEmpty();

        players.isGone("room", "ann", 7, 50_000);

        List<Question> due = players.due(50_000);
        assertThat(due).extracting(Question::atLeast).containsExactly(7L);
        assertThat(players.learn(due.get(0), Optional.of(Seen.GONE), 50_000))
                .contains(new Report("room", "token", true));
    }

    @Test
    void leavesWhoeverIsBackElsewhereToThatInstance() {
        players.enters("room", "ann", "token", 0);
        players.leaves("room", "ann", 10);
        players.isBack("room", "ann");

        assertThat(players.due(1_000_000)).isEmpty();
        assertThat(players.knows("room")).isFalse();
    }

    @Test
    void anAnswerFromBeforeSomethingChangedIsWorthNothing() {
        players.enters("room", "ann", "token", 0);
        Question before = players.due(LOOK_AFTER_MS).get(0);
        players.leaves("room", "ann", LOOK_AFTER_MS);

        assertThat(players.learn(before, Optional.of(Seen.THERE), LOOK_AFTER_MS))
                .as("the grace is not over")
                .isEmpty();
        assertThat(asked(LOOK_AFTER_MS + GRACE_MS, Seen.THERE)).hasSize(1);
    }

    @Test
    void whoeverOnlyLooksOnIsForgottenWhenTheyLeave() {
        players.enters("room", "carl", "token", 0);
        assertThat(asked(LOOK_AFTER_MS, Seen.WITHOUT_SEAT)).isEmpty();
        assertThat(players.due(1_000_000)).isEmpty();
        players.leaves("room", "carl", 1_000_000);

        assertThat(players.knows("room")).isFalse();
    }

    @Test
    void whoeverHasTakenASeatMeanwhileIsGoneWhenTheyLeave() {
        players.enters("room", "bob", "token", 0);
        assertThat(asked(LOOK_AFTER_MS, Seen.WITHOUT_SEAT)).isEmpty();
        players.isSeated("room", "bob");
        players.leaves("room", "bob", 10_000);

        assertThat(asked(10_000 + GRACE_MS, Seen.THERE)).containsExactly(new Report("room", "token", false));
    }

    @Test
    void asksAgainForSomeMinutesWhenNobodyCanTellOfWhoeverHasLeft() {
        players.enters("room", "ann", "token", 0);
        players.leaves("room", "ann", 0);
        long lastMs = 0;
        for (long nowMs = 0; nowMs < 2 * KEPT_MS; nowMs += 500) {
            for (Question question : players.due(nowMs)) {
                lastMs = nowMs;
                assertThat(players.learn(question, Optional.empty(), nowMs)).isEmpty();
            }
        }

        assertThat(lastMs).isBetween(KEPT_MS, KEPT_MS + SLOWLY_MS);
        assertThat(players.knows("room")).isFalse();
    }

    @Test
    void aClosedRoomIsToldNothing() {
        players.enters("room", "ann", "token", 0);
        players.enters("room", "bob", "token", 0);
        players.leaves("room", "bob", 0);
        players.isClosed("room");
        players.leaves("room", "ann", 1);

        assertThat(players.due(1_000_000)).isEmpty();
        assertThat(players.knows("room")).isFalse();
    }

    @Test
    void ofThoseWhoLeaveOnlySoManyAreKept() {
        for (int i = 0; i <= PresentPlayers.LEFT_MAXIMUM; i++) {
            players.enters("room " + i, "ann", "token", 0);
            players.leaves("room " + i, "ann", 0);
        }

        assertThat(players.knows("room " + (PresentPlayers.LEFT_MAXIMUM - 1))).isTrue();
        assertThat(players.knows("room " + PresentPlayers.LEFT_MAXIMUM)).isFalse();
    }

    @Test
    void aCrowdThatLeavesIsAskedAboutBitByBit() {
        int crowd = 2 * PresentPlayers.QUESTIONS_MAXIMUM;
        for (int i = 0; i < crowd; i++) {
            players.enters("room " + i, "ann", "token", 0);
        }

        assertThat(asked(LOOK_AFTER_MS, Seen.GONE)).hasSize(PresentPlayers.QUESTIONS_MAXIMUM);
        assertThat(asked(LOOK_AFTER_MS, Seen.GONE)).hasSize(PresentPlayers.QUESTIONS_MAXIMUM);
        assertThat(players.due(LOOK_AFTER_MS)).isEmpty();
    }

    /** What is told when all that is due is asked, and each answer is the same. */
    private List<Report> asked(long nowMs, Seen seen) {
        return players.due(nowMs).stream()
                .flatMap(question -> players.learn(question, Optional.of(seen), nowMs).stream())
                .toList();
    }
}
