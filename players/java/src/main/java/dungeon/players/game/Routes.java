package dungeon.players.game;

import dungeon.schemas.Direction;
import dungeon.schemas.Rules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The quickest ways over a map: round voids and black holes, and rather along light star systems than through intense
 * ones, because a robot that is out of energy has to wait. Times are those of a robot without upgrades.
 */
public final class Routes {
    /** A way that does not exist; small enough that sums of a few do not overflow. */
    public static final long UNREACHABLE_MS = Long.MAX_VALUE / 16;

    private static final long REGENERATION_MS = 5_000;

    private record Reached(int index, long travelMs) {}

    private final StarMap map;
    private final long[] enterMs;
    /** For each target that was asked for, how long it is to there from each tile. */
    private final Map<Tile, long[]> travelMsByTarget = new HashMap<>();

    Routes(StarMap map, Rules rules) {
        this.map = map;
        this.enterMs = new long[map.tiles()];
        for (Tile tile : map.safeStarSystems()) {
            long energy = rules.getMoveEnergy().get(map.gravityIndex(tile));
            enterMs[map.index(tile)] = Math.max(
                    rules.getMoveCooldownMs(),
                    energy * REGENERATION_MS / rules.getEnergyRegeneration().get(0));
        }
    }

    /** How long a robot without upgrades travels in ms; {@link #UNREACHABLE_MS} if there is no way. */
    public long travelMs(Tile from, Tile to) {
        return travelMsByTarget.computeIfAbsent(to, this::travelMsTo)[map.index(from)];
    }

    /** The first step of the quickest way; empty where there is none, or where it ends. */
    public Optional<Direction> step(Tile from, Tile to) {
        Direction best = null;
        long bestMs = UNREACHABLE_MS;
        for (Direction direction : Tile.DIRECTIONS) {
            Tile next = from.to(direction);
            if (map.isSafe(next)) {
                long travelMs = enterMs[map.index(next)] + travelMs(next, to);
                if (travelMs < bestMs) {
                    bestMs = travelMs;
                    best = direction;
                }
            }
        }
        return from.equals(to) ? Optional.empty() : Optional.ofNullable(best);
    }

    /** Dijkstra's algorithm, backwards from the target. */
    private long[] travelMsTo(Tile target) {
        long[] travelMs = new long[map.tiles()];
        Arrays.fill(travelMs, UNREACHABLE_MS);
        if (!map.isSafe(target)) {
            return travelMs;
        }
        PriorityQueue<Reached> frontier =
                new PriorityQueue<>(Comparator.comparingLong(Reached::travelMs).thenComparingInt(Reached::index));
        travelMs[map.index(target)] = 0;
        frontier.add(new Reached(map.index(target), 0));
        while (!frontier.isEmpty()) {
            Reached reached = frontier.remove();
            if (reached.travelMs > travelMs[reached.index]) {
                continue;
            }
            long throughMs = reached.travelMs + enterMs[reached.index];
            for (Direction direction : Tile.DIRECTIONS) {
                Tile next = map.tile(reached.index).to(direction);
                if (map.isSafe(next) && throughMs < travelMs[map.index(next)]) {
                    travelMs[map.index(next)] = throughMs;
                    frontier.add(new Reached(map.index(next), throughMs));
                }
            }
        }
        return travelMs;
    }
}
