package dungeon.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong();
    private final Outcomes outcomes = new Outcomes(Duration.ofMinutes(5), 4, 1_000, nanos::get);

    private static CommittedEvent event(String commandId, String playerId, int remaining, Object payload) {
        return new CommittedEvent(
                "game", 1, commandId, playerId, remaining, 100, payload, JsonNodeFactory.instance::objectNode);
    }

    private static CommandRecord order(String commandId, String playerId) {
        return CommandRecord.of("dungeon.commands.v1", "game", commandId, playerId, new byte[0], "Bearer x");
    }

    @Test
    void answersWhenTheDecisionIsWhole() {
        CompletableFuture<List<CommittedEvent>> asked = outcomes.of(order("a", "ada"), LONG);
        CommittedEvent first = event("a", "ada", 1, "first");
        CommittedEvent last = event("a", "ada", 0, "last");

        outcomes.add(first);
        assertThat(asked).isNotDone();
        outcomes.add(last);

        assertThat(asked).isCompletedWithValue(List.of(first, last));
        assertThat(outcomes.waiting()).isZero();
    }

    @Test
    void waitsForTheRestOfADecisionThatIsKnownInPart() {
        outcomes.add(event("a", "ada", 1, "first"));
        CompletableFuture<List<CommittedEvent>> asked = outcomes.of(order("a", "ada"), LONG);

        assertThat(asked).isNotDone();
        outcomes.add(event("a", "ada", 0, "last"));
        assertThat(asked.join()).extracting(CommittedEvent::payload).containsExactly("first", "last");
    }

    @Test
    void answersAtOnceWhatIsKnownAlreadyAndWhatCameLater() {
        CommittedEvent queued = event("a", "ada", 0, "queued");
        CommittedEvent moved = event("a", "ada", 0, "moved");
        outcomes.add(queued);
        outcomes.add(moved);

        assertThat(outcomes.of(order("a", "ada"), LONG)).isCompletedWithValue(List.of(queued, moved));
    }

    @Test
    void answersWithWhatThereIsWhenTheTimeIsOver() {
        CommittedEvent first = event("a", "ada", 1, "first");
        outcomes.add(first);

        assertThat(outcomes.of(order("a", "ada"), Duration.ofMillis(20)).join()).containsExactly(first);
        assertThat(outcomes.of(order("b", "ada"), Duration.ZERO)).isCompletedWithValue(List.of());
        assertThat(outcomes.waiting()).isZero();
    }

    @Test
    void takesEventsThatNameSomebodyElseForPartOfTheDecision() {
        CompletableFuture<List<CommittedEvent>> attack = outcomes.of(order("a", "ada"), LONG);
        outcomes.add(event("a", "ada", 2, "attacked"));
        outcomes.add(event("a", "ada", 1, "destroyed"));
        outcomes.add(event("a", "eve", 0, "eliminated"));

        assertThat(attack.join())
                .extracting(CommittedEvent::payload)
                .containsExactly("attacked", "destroyed", "eliminated");
        assertThat(outcomes.of(order("a", "eve"), Duration.ZERO)).isCompletedWithValue(List.of());
    }

    @Test
    void tellsCommandsOfTwoPlayersWithOneIdApart() {
        CompletableFuture<List<CommittedEvent>> mine = outcomes.of(order("a", "ada"), LONG);

        outcomes.add(event("a", "eve", 0, "theirs"));
        assertThat(mine).isNotDone();
        CommittedEvent moved = event("a", "ada", 0, "moved");
        outcomes.add(moved);

        assertThat(mine).isCompletedWithValue(List.of(moved));
    }

    @Test
    void givesNoPlayerTheOutcomeOfACommandWithoutAPlayer() {
        CompletableFuture<List<CommittedEvent>> mine = outcomes.of(order("a", "ada"), LONG);

        outcomes.add(event("a", null, 0, "unauthenticated"));
        assertThat(mine).isNotDone();
        CommittedEvent moved = event("a", "ada", 0, "moved");
        outcomes.add(moved);

        assertThat(mine).isCompletedWithValue(List.of(moved));
    }

    @Test
    void givesTheAdministratorNoOutcomeOfAPlayer() {
        CompletableFuture<List<CommittedEvent>> administrators = outcomes.of(order("a", null), LONG);

        outcomes.add(event("a", "eve", 0, "theirs"));
        assertThat(administrators).isNotDone();
        CommittedEvent created = event("a", null, 0, "created");
        outcomes.add(created);

        assertThat(administrators).isCompletedWithValue(List.of(created));
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            outcomes.add(event(id, "ada", 0, id));
        }

        assertThat(outcomes.of(order("a", "ada"), Duration.ZERO).join()).isEmpty();
        assertThat(outcomes.of(order("b", "ada"), Duration.ZERO).join()).hasSize(1);
    }

    @Test
    void forgetsTheOldestWhenTheirRecordsAreTooLong() {
        outcomes.add(event("a", "ada", 0, "first"));
        outcomes.add(new CommittedEvent("game", 2, "b", "ada", 0, 901, "long", JsonNodeFactory.instance::objectNode));

        assertThat(outcomes.of(order("a", "ada"), Duration.ZERO)).isCompletedWithValue(List.of());
        assertThat(outcomes.of(order("b", "ada"), Duration.ZERO).join()).hasSize(1);
    }

    @Test
    void forgetsAfterTheTime() {
        outcomes.add(event("a", "ada", 0, "a"));
        nanos.set(Duration.ofMinutes(5).toNanos() + 1);
        outcomes.add(event("b", "ada", 0, "b"));

        assertThat(outcomes.of(order("a", "ada"), Duration.ZERO).join()).isEmpty();
        assertThat(outcomes.of(order("b", "ada"), Duration.ZERO).join()).hasSize(1);
    }

    @Test
    void letsNobodyWaitAfterTheEnd() {
        CompletableFuture<List<CommittedEvent>> before = outcomes.of(order("a", "ada"), LONG);

        outcomes.close();

        assertThat(before).isCompletedWithValue(List.of());
        assertThat(outcomes.of(order("b", "ada"), LONG)).isCompletedWithValue(List.of());
    }
}
