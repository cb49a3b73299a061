package dungeon.verification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.verification.simulation.RandomGame;
import dungeon.verification.simulation.SimulatedGame;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The real rules, played at random, break no promise. */
class RandomGamesTest {
    private static final int GAMES = 40;
    private static final int COMMANDS = 2_000;

    /** The kinds of events that the wire knows. */
    private static final int EVENT_KINDS = 24;

    @Test
    void findsNothingInGamesOfTheRealRules() {
        Set<Class<?>> kinds = new HashSet<>();
        Auditor auditor = new Auditor();
        for (int seed = 0; seed < GAMES; seed++) {
            SimulatedGame game = RandomGame.play(seed, COMMANDS);
            game.sent().forEach(sent -> auditor.sent(sent.forAuditor()));
            game.events().forEach(auditor::see);
            game.events().forEach(event -> kinds.add(event.getPayload().getClass()));
        }
        auditor.end(true);

        assertThat(auditor.findings()).isEmpty();
        assertThat(kinds).hasSize(EVENT_KINDS);
    }

    @Test
    void findsNothingWithoutTheCommandsEither() {
        Auditor auditor = new Auditor();
        for (int seed = 0; seed < GAMES / 4; seed++) {
            RandomGame.play(seed, COMMANDS).events().forEach(auditor::see);
        }
        auditor.end(true);

        assertThat(auditor.findings()).isEmpty();
    }
}
