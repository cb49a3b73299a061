package dungeon.benchmarks.micro;

import dungeon.platform.core.CommandMetadata;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The commands of some games, in two parts: those that lead to the state in which a measurement begins, and those that are
 * measured. It can be played any number of times, each time on worlds of its own, because a command counts once per game.
 *
 * @param gameIds the games; UUIDs
 * @param before what is not measured
 * @param measured what is
 */
record CommandLog(List<String> gameIds, List<Sent> before, List<Sent> measured) {
    /**
     * A command and how it arrived.
     *
     * @param game the place of its game in the list of games
     */
    record Sent(int game, Command command, CommandMetadata arrival) {}

    /** The worlds of the games when a measurement begins. */
    List<InMemoryGame> begin() {
        List<InMemoryGame> worlds = new ArrayList<>();
        gameIds.forEach(gameId -> worlds.add(new InMemoryGame(gameId)));
        before.forEach(sent -> handle(worlds, sent, events -> {}));
        return worlds;
    }

    /** Decides the measured commands. */
    void play(List<InMemoryGame> worlds, Consumer<List<Event>> publish) {
        for (Sent sent : measured) {
            handle(worlds, sent, publish);
        }
    }

    private static void handle(List<InMemoryGame> worlds, Sent sent, Consumer<List<Event>> publish) {
        worlds.get(sent.game()).handle(sent.command(), sent.arrival(), publish);
    }
}
