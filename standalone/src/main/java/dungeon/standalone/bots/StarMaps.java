package dungeon.standalone.bots;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Rules;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;

/** Reads maps. */
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
                    map.add(
                            new Place(x, y),
                            travelMs(
                                    rules.getMoveEnergy().get(indexOf(gravity)),
                                    rules.getEnergyRegeneration().get(0),
                                    rules.getMoveCooldownMs(),
                                    rules.getCooldownPercent().get(0)));
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

    /** The same from the JSON of {@code GET /games/{gameId}/map} and the game's rules. */
    static StarMap of(JsonNode json, JsonNode rules) {
        StarMap map = new StarMap();
        for (JsonNode tile : json.path("tiles")) {
            if (tile.path("structure").asText().equals(Structure.STAR_SYSTEM.name())
                    && !tile.path("content").asText().equals(ContentKind.BLACK_HOLE.name())) {
                Gravity gravity = Gravity.valueOf(tile.path("gravity").asText());
                map.add(
                        new Place(tile.path("x").asInt(), tile.path("y").asInt()),
                        travelMs(
                                rules.path("moveEnergy").path(indexOf(gravity)).asInt(),
                                rules.path("energyRegeneration").path(0).asInt(),
                                rules.path("moveCooldownMs").asLong(),
                                rules.path("cooldownPercent").path(0).asInt()));
            }
        }
        return map;
    }

    /**
     * How often a robot without upgrades can enter such a star system: its cooldown has to pass, and the energy to come
     * back that it takes.
     */
    private static long travelMs(int energy, int regeneration, long cooldownMs, int cooldownPercent) {
        return Math.max(cooldownMs * cooldownPercent / PERCENT, (long) energy * REGENERATION_MS / regeneration);
    }

    private static int indexOf(Gravity gravity) {
        return gravity.ordinal() - Gravity.LIGHT.ordinal();
    }
}
