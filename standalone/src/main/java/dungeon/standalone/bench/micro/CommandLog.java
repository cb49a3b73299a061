package dungeon.standalone.bench.micro;

import dungeon.rules.Arrival;
import dungeon.rules.GameRules;
import dungeon.rules.InMemoryWorld;
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
    record Sent(int game, Command command, Arrival arrival) {}

    /** The worlds of the games when a measurement begins. */
    List<InMemoryWorld> begin() {
        List<InMemoryWorld> worlds = new ArrayList<>();
        gameIds.forEach(gameId -> worlds.add(new InMemoryWorld(gameId)));
        before.forEach(sent -> handle(worlds, sent, events -> {}));
        return worlds;
    }

    /** Decides the measured commands. */
    void play(List<InMemoryWorld> worlds, Consumer<List<Event>> publish) {
        for (Sent sent : measured) {
            handle(worlds, sent, publish);
        }
    }

    private static void handle(List<InMemoryWorld> worlds, Sent sent, Consumer<List<Event>> publish) {
        GameRules.handle(worlds.get(sent.game()), sent.command(), sent.arrival(), publish);
    }
}
