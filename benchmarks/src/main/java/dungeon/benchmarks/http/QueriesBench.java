package dungeon.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks one instance of the queries about robots. */
public final class QueriesBench {
    /** What is asked. */
    public enum Question {
        ONE_ROBOT("one robot"),
        ALL_ROBOTS("all robots of a game");

        private final String text;

        Question(String text) {
            this.text = text;
        }
    }

    private final List<BenchGame> games;
    private final Supplier<Cpu> cpu;

    /**
     * @param games all of them with the same instance, so that asking another one means asking by way of it
     * @param cpu the computing time of the processes so far
     */
    public QueriesBench(List<BenchGame> games, Supplier<Cpu> cpu) {
        this.games = List.copyOf(games);
        this.cpu = cpu;
    }

    /**
     * Asks an instance.
     *
     * @param asked the instance that is asked
     * @param way whether it holds the games itself, for the report
     * @throws IOException if it cannot be reached at all
     */
    public HttpFigure ask(URI asked, String way, Question question, HttpLoad load) throws IOException {
        Cpu before = cpu.get();
        LoadFigures figures = load.apply(asked, new InTurn(requests(asked, question)));
        return new HttpFigure(
                nameOf(question, way), load.toString(), 1, figures, cpu.get().usPerRequest(before, figures));
    }

    static String nameOf(Question question, String way) {
        return "%s, %s".formatted(question.text, way);
    }

    private List<ByteBuffer> requests(URI asked, Question question) {
        return games.stream()
                .flatMap(game -> paths(game, question))
                .map(path -> RequestBytes.get(asked, path))
                .toList();
    }

    private static Stream<String> paths(BenchGame game, Question question) {
        String robots = "/games/%s/robots".formatted(game.gameId());
        return switch (question) {
            case ONE_ROBOT -> game.robotIds().stream().map(robotId -> robots + "/" + robotId);
            case ALL_ROBOTS -> Stream.of(robots);
        };
    }
}
