package dungeon.players.arena;

import dungeon.schemas.MapType;
import dungeon.schemas.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Games of one player of each contender. They change seats from game to game, because it matters at which station a player
 * begins.
 *
 * @param map what is played on
 * @param games how many
 * @param duration of each
 * @param seed of the first game; each further one has the next number
 * @param contenders who plays
 */
public record Tournament(MapType map, int games, Duration duration, long seed, List<Contender> contenders) {

    /** Plays all games; each is told as soon as it is over, by its seed, with a record for each contender's name. */
    public List<Map<String, PlayerRecord>> play(BiConsumer<Long, Map<String, PlayerRecord>> listener) {
        List<Map<String, PlayerRecord>> results = new ArrayList<>();
        for (int game = 0; game < games; game++) {
            Map<String, PlayerRecord> result = play(seed + game);
            results.add(result);
            listener.accept(seed + game, result);
        }
        return results;
    }

    /** The contenders in the order in which they join. */
    List<Contender> seats(long gameSeed) {
        List<Contender> seats = new ArrayList<>(contenders);
        Collections.rotate(seats, Math.floorMod(gameSeed, seats.size()));
        return seats;
    }

    private Map<String, PlayerRecord> play(long gameSeed) {
        List<VirtualGame.Seat> seats = seats(gameSeed).stream()
                .map(contender -> new VirtualGame.Seat(
                        contender.name(), contender.strategies().get()))
                .toList();
        Rules rules = Rules.newBuilder().build();
        Map<String, PlayerRecord> byPlayer = PlayerRecord.of(VirtualGame.play(map, rules, duration, seats, gameSeed));
        Map<String, PlayerRecord> result = new LinkedHashMap<>();
        contenders.forEach(
                contender -> result.put(contender.name(), byPlayer.get(VirtualGame.Seat.playerId(contender.name()))));
        return result;
    }
}
