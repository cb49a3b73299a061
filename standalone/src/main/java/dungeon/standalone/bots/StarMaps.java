package dungeon.standalone.bots;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Rules;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;

/** Reads maps from the events. */
// The wire gives gravity and structure by their positions in the enums.
@SuppressWarnings("EnumOrdinal")
final class StarMaps {
    private static final int REGENERATION_MS = 5_000;
    private static final int PERCENT = 100;

    private StarMaps() {}

    /** All star systems but black holes. */
    static StarMap of(MapInstantiated drawn, Rules rules) {
        StarMap map = new StarMap();
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int index = y * drawn.getWidth() + x;
                if (Structure.values()[drawn.getStructure().get(index)] == Structure.STAR_SYSTEM) {
                    Gravity gravity = Gravity.values()[drawn.getGravity().get(index)];
                    map.add(new Place(x, y), travelMs(gravity, rules));
                }
            }
        }
        for (Content content : drawn.getContents()) {
            if (content.getKind() == ContentKind.BLACK_HOLE) {
                Tile tile = content.getTile();
                map.remove(new Place(tile.getX(), tile.getY()));
            }
        }
        return map;
    }

    /**
     * How often a robot without upgrades can enter such a star system: its cooldown has to pass, and the energy to come
     * back that it takes.
     */
    static long travelMs(Gravity gravity, Rules rules) {
        int energy = rules.getMoveEnergy().get(gravity.ordinal() - Gravity.LIGHT.ordinal());
        long regenerationMs =
                (long) energy * REGENERATION_MS / rules.getEnergyRegeneration().get(0);
        long cooldownMs =
                (long) rules.getMoveCooldownMs() * rules.getCooldownPercent().get(0) / PERCENT;
        return Math.max(cooldownMs, regenerationMs);
    }
}
