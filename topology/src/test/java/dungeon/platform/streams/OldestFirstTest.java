package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OldestFirstTest {
    private static final int GAMES = 10_000;
    private static final int COMMANDS_EACH = 3;

    /** A game that counts how often it is looked at. */
    private record Game(int number, AtomicLong looks) implements Comparable<Game> {
        @Override
        public int compareTo(Game other) {
            looks.incrementAndGet();
            return Integer.compare(number, other.number);
        }
    }

    @Test
    void theOldestComesFirst() {
        OldestFirst<String> games = new OldestFirst<>();
        games.add("b", 20);
        games.add("c", 10);
        games.add("a", 20);
        assertThat(games.oldest()).isEqualTo("c");
        assertThat(games.oldestTimeMs()).isEqualTo(10);
        games.remove("c", 10);
        assertThat(games.oldest()).isEqualTo("a");
        games.add("c", 30);
        games.remove("a", 20);
        assertThat(games.oldest()).isEqualTo("b");
        games.remove("b", 20);
        assertThat(games.oldestTimeMs()).isEqualTo(30);
    }

    /** All commands have one stamp, so that every comparison is one of games. */
    @Test
    void workAfterAnOutageDoesNotGrowWithTheSquareOfTheGames() {
        AtomicLong looks = new AtomicLong();
        OldestFirst<Game> games = new OldestFirst<>();
        for (int number = 0; number < GAMES; number++) {
            games.add(new Game(number, looks), 0);
        }
        for (int command = 0; command < GAMES * COMMANDS_EACH; command++) {
            Game game = games.oldest();
            assertThat(games.oldestTimeMs()).isEqualTo(command / GAMES);
            games.remove(game, command / GAMES);
            games.add(game, command / GAMES + 1);
        }
        // Some fifteen comparisons for each of the two changes a command makes; a look at all of them would be 300
        // million.
        assertThat(looks.get()).isLessThan(60L * GAMES * COMMANDS_EACH);
    }
}
