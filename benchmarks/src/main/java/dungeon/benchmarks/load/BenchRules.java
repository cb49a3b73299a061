package dungeon.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.schemas.MapType;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import java.util.Collections;
import java.util.List;

/** A map and values by which nothing makes a robot wait: what is measured is deciding, not queueing. */
final class BenchRules {
    static final Tile MINE = new Tile(2, 2);

    private static final int LEVELS = 6;
    private static final int GRAVITIES = 3;
    private static final long CREDITS = 1_000_000_000L;

    /** Four stations, each with a free tile in the east, and one mine. */
    private static final String MAP = """
            {"name": "bench", "description": "", "width": 8, "height": 8, "defaultGravity": "LIGHT",
             "contents": [
               {"area": {"tiles": [[0, 0], [4, 0], [0, 4], [4, 4]]}, "kind": "SPACE_STATION", "count": 4},
               {"area": {"tiles": [[2, 2]]}, "kind": "MINE", "count": 1, "resource": "BIO_MATTER",
                "units": [1000000, 1000000]}]}
            """;

    private BenchRules() {}

    static MapType map() {
        try {
            return JsonReader.read(new ObjectMapper().readTree(MAP), MapType.class);
        } catch (JsonProcessingException | JsonFaultsException e) {
            throw new IllegalStateException("The benchmark's map is faulty", e);
        }
    }

    /**
     * No energy, no cooldowns, a mining process of 1 ms, enough money for everything. The second hit destroys a robot, so
     * that robots come and go as they do in a match.
     */
    static Rules rules() {
        List<Integer> nothing = Collections.nCopies(LEVELS, 0);
        return Rules.newBuilder()
                .setInitialCredits(CREDITS)
                .setMoveEnergy(Collections.nCopies(GRAVITIES, 0))
                .setAttackEnergy(nothing)
                .setMiningEnergy(nothing)
                .setSellEnergy(0)
                .setMoveCooldownMs(0)
                .setAttackCooldownMs(0)
                .setMiningCooldownMs(0)
                .setSellCooldownMs(0)
                .setMiningProcessMs(1)
                // So little that the mine outlasts every run.
                .setMiningUnits(Collections.nCopies(LEVELS, 1))
                .setHealthRegenerationPercent(nothing)
                .setDamage(Collections.nCopies(LEVELS, 1))
                .setHealth(Collections.nCopies(LEVELS, 2))
                .build();
    }
}
