package dungeon.standalone.tournament;

import dungeon.schemas.MapType;
import dungeon.schemas.Rules;
import dungeon.standalone.bots.tempers.Tempers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Games of one player of each temper. They change seats from game to game, because it matters at which station a player
 * begins.
 *
 * @param map what is played on
 * @param games how many
 * @param duration of each
 * @param seed of the first game; each further one has the next number
 */
public record Tournament(MapType map, int games, Duration duration, long seed) {

    /** Plays all games; each is told as soon as it is over, by its seed. */
    public List<Map<Tempers, PlayerRecord>> play(BiConsumer<Long, Map<Tempers, PlayerRecord>> listener) {
        List<Map<Tempers, PlayerRecord>> results = new ArrayList<>();
        for (int game = 0; game < games; game++) {
            Map<Tempers, PlayerRecord> result = play(seed + game);
            results.add(result);
            listener.accept(seed + game, result);
        }
        return results;
    }

    /** The tempers in the order in which they join. */
    List<Tempers> seats(long gameSeed) {
        List<Tempers> tempers = new ArrayList<>(List.of(Tempers.values()));
        Collections.rotate(tempers, Math.floorMod(gameSeed, tempers.size()));
        return tempers;
    }

    private Map<Tempers, PlayerRecord> play(long gameSeed) {
        List<Tempers> tempers = seats(gameSeed);
        List<VirtualGame.Seat> seats = tempers.stream()
                .map(temper -> new VirtualGame.Seat(temper.label(), temper.create()))
                .toList();
        Rules rules = Rules.newBuilder().build();
        Map<String, PlayerRecord> byPlayer = PlayerRecord.of(VirtualGame.play(map, rules, duration, seats, gameSeed));
        Map<Tempers, PlayerRecord> result = new EnumMap<>(Tempers.class);
        for (int i = 0; i < seats.size(); i++) {
            result.put(tempers.get(i), byPlayer.get(seats.get(i).playerId()));
        }
        return result;
    }
}
