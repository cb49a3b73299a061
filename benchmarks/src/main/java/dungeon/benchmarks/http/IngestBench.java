package dungeon.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends MoveRobot commands over HTTP; an answer says that they are in the log. They carry no commandId, so ingest gives each
 * a new one, and the same request sent again is another command.
 */
public final class IngestBench {
    /** There and back, so that robots stay where they are. */
    private static final List<String> DIRECTIONS = List.of("N", "S");

    private final List<BenchGame> games;
    private final Supplier<Cpu> cpu;

    /**
     * @param games where robots are moved
     * @param cpu the computing time of the processes so far
     */
    public IngestBench(List<BenchGame> games, Supplier<Cpu> cpu) {
        this.games = List.copyOf(games);
        this.cpu = cpu;
    }

    /**
     * Sends commands.
     *
     * @param ingest where to
     * @param batch how many commands a request has; 1 for single ones
     * @throws IOException if it cannot be reached at all
     */
    public HttpFigure send(URI ingest, int batch, HttpLoad load) throws IOException {
        Cpu before = cpu.get();
        LoadFigures figures = load.apply(ingest, new InTurn(requests(ingest, batch)));
        return new HttpFigure(
                nameOf(batch), load.toString(), batch, figures, cpu.get().usPerRequest(before, figures));
    }

    static String nameOf(int batch) {
        return batch == 1 ? "single commands" : "commands in batches of %d".formatted(batch);
    }

    private List<ByteBuffer> requests(URI ingest, int batch) {
        List<ByteBuffer> requests = new ArrayList<>();
        for (String direction : DIRECTIONS) {
            for (BenchGame game : games) {
                String path = "/games/%s/commands".formatted(game.gameId());
                for (BenchGame.BenchPlayer player : game.players()) {
                    for (String body : bodies(player.robotIds(), direction, batch)) {
                        requests.add(RequestBytes.post(ingest, path, player.token(), body));
                    }
                }
            }
        }
        return requests;
    }

    private static List<String> bodies(List<String> robotIds, String direction, int batch) {
        List<String> moves = robotIds.stream()
                .map(robotId -> """
                        {"type":"MoveRobot","robotId":"%s","direction":"%s"}""".formatted(robotId, direction))
                .toList();
        if (batch == 1) {
            return moves;
        }
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < Math.max(1, moves.size() / batch); i++) {
            List<String> commands = new ArrayList<>();
            for (int j = 0; j < batch; j++) {
                commands.add(moves.get((i * batch + j) % moves.size()));
            }
            bodies.add("[" + String.join(",", commands) + "]");
        }
        return bodies;
    }
}
