package dungeon.benchmarks.load;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.platform.envelope.Ids;
import java.util.List;
import java.util.stream.IntStream;

/** Several games whose commands come in turn. */
public final class Crowd {
    private final List<GameScript> games;
    private int turn;

    /**
     * @param games how many
     * @param robots in all of them together
     */
    public Crowd(int games, int robots, List<BenchPlayer> players) {
        this.games = IntStream.range(0, games)
                .mapToObj(game -> new GameScript(idOf(game), players, robots / games, game))
                .toList();
    }

    /** How many players the largest game needs. */
    public static int playersFor(int games, int robots) {
        return GameScript.playersFor(robots / games);
    }

    /** Sends all that comes before the match; gives the number of commands. */
    public int open(CommandWriter writer) {
        int sent = 0;
        for (GameScript game : games) {
            List<Sent> opening = game.opening();
            opening.forEach(writer::send);
            sent += opening.size();
        }
        writer.flush();
        return sent;
    }

    /** The next command of the match, of each game in turn. */
    public Sent next() {
        turn = (turn + 1) % games.size();
        return games.get(turn).next();
    }

    /** The next move, of each game in turn. */
    public Sent move() {
        turn = (turn + 1) % games.size();
        return games.get(turn).move();
    }

    /** How many events all commands until now lead to. */
    public long events() {
        return games.stream().mapToLong(GameScript::events).sum();
    }

    private static String idOf(int game) {
        return Ids.timed(System.currentTimeMillis(), "bench-game:" + game);
    }
}
