package dungeon.benchmarks.host;

import dungeon.schemas.topics.LobbySubjects;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who plays.
 *
 * @param number from 0
 * @param playerId UUID
 * @param name for people
 */
public record BenchPlayer(int number, String playerId, String name) {

    /** So many, always the same. */
    public static List<BenchPlayer> several(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    String name = "bench-" + number;
                    return new BenchPlayer(number, LobbySubjects.playerId(name), name);
                })
                .toList();
    }
}
