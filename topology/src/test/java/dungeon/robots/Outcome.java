package dungeon.robots;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What came of one command.
 *
 * @param atMs when it arrived, in ms since the scenario began
 * @param firstSequence the number that the game's next event had to get
 * @param events everything that was published, by timers before the command too
 */
public record Outcome(String commandId, String playerId, long atMs, long firstSequence, List<Event> events) {

    /** Exactly these events, in one decision of this command. */
    public void gives(SpecificRecord... payloads) {
        givesDecisions(Decided.by(this, atMs, payloads));
    }

    public void givesNothing() {
        assertThat(events).isEmpty();
    }

    /** Exactly these decisions, of timers and commands, in this order. */
    public void givesDecisions(Decided... decisions) {
        List<Event> expected = new ArrayList<>();
        for (Decided decided : decisions) {
            for (int i = 0; i < decided.payloads().size(); i++) {
                expected.add(new Event(
                        GameScenario.GAME,
                        firstSequence + expected.size(),
                        Instant.ofEpochMilli(GameScenario.START_MS + decided.atMs()),
                        decided.commandId(),
                        decided.playerId(),
                        decided.payloads().size() - 1 - i,
                        decided.payloads().get(i)));
            }
        }
        assertThat(events).isEqualTo(expected);
    }

    /** One rejection and nothing else, with exactly these names and values as details. */
    public void isRejected(RejectionCode code, String... namesAndValues) {
        assertThat(events).hasSize(1);
        givesRejectionLast(code, namesAndValues);
    }

    /** A rejection after whatever timers gave. */
    public void givesRejectionLast(RejectionCode code, String... namesAndValues) {
        assertThat(events).isNotEmpty();
        Event last = events.get(events.size() - 1);
        assertThat(last.getPayload()).isInstanceOf(CommandRejected.class);
        CommandRejected rejected = (CommandRejected) last.getPayload();
        assertThat(rejected.getCode()).as(rejected.getMessage()).isEqualTo(code);
        assertThat(rejected.getMessage()).isNotBlank();
        List<Detail> details = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            details.add(new Detail(namesAndValues[i], namesAndValues[i + 1]));
        }
        assertThat(rejected.getDetails()).isEqualTo(details);
        assertThat(last)
                .isEqualTo(new Event(
                        GameScenario.GAME,
                        firstSequence == 0 ? 0 : firstSequence + events.size() - 1,
                        Instant.ofEpochMilli(GameScenario.START_MS + atMs),
                        commandId,
                        playerId,
                        0,
                        rejected));
    }
}
