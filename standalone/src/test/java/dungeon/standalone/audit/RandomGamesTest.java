package dungeon.standalone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The real rules, played at random, break no promise. */
class RandomGamesTest {
    private static final int GAMES = 150;
    private static final int COMMANDS = 2_000;

    /** The wire's event union has 24 kinds. */
    private static final int EVENT_KINDS = 24;

    @Test
    void findsNothingInGamesOfTheRealRules() {
        Set<Class<?>> kinds = new HashSet<>();
        Auditor auditor = new Auditor();
        for (int seed = 0; seed < GAMES; seed++) {
            RandomGame game = RandomGame.play(seed, COMMANDS);
            game.events.forEach(auditor::see);
            game.events.forEach(event -> kinds.add(event.getPayload().getClass()));
        }

        assertThat(auditor.findings()).isEmpty();
        assertThat(kinds).hasSize(EVENT_KINDS);
    }
}
