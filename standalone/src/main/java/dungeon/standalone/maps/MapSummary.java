package dungeon.standalone.maps;

import dungeon.rules.TileCodes;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Discovery;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Structure;
import java.util.List;
import java.util.Locale;

/** What a map has, in figures. */
final class MapSummary {
    private final MapType type;
    private final MapInstantiated map;

    MapSummary(MapType type, MapInstantiated map) {
        this.type = type;
        this.map = map;
    }

    /** The figures, in lines that each end with a line break. */
    String text() {
        StringBuilder text = new StringBuilder();
        int tiles = map.getWidth() * map.getHeight();
        int stars = starSystems(Gravity.LIGHT) + starSystems(Gravity.MEDIUM) + starSystems(Gravity.INTENSE);
        text.append("%d tiles: %d star systems (gravity light %d, medium %d, intense %d), %d voids%n"
                .formatted(
                        tiles,
                        stars,
                        starSystems(Gravity.LIGHT),
                        starSystems(Gravity.MEDIUM),
                        starSystems(Gravity.INTENSE),
                        tiles - stars));
        text.append("%d space stations, %d black holes (entering one destroys a robot in %d of 1000 cases), %d mines%n"
                .formatted(
                        count(ContentKind.SPACE_STATION),
                        count(ContentKind.BLACK_HOLE),
                        type.getBlackHoleDestruction(),
                        count(ContentKind.MINE)));
        for (Resource resource : Resource.values()) {
            mines(text, resource);
        }
        text.append(type.getDiscoveries().isEmpty() ? "no discoveries\n" : "discoveries:\n");
        type.getDiscoveries()
                .forEach(discovery -> text.append("  ").append(line(discovery)).append('\n'));
        return text.toString();
    }

    private void mines(StringBuilder text, Resource resource) {
        List<Content> mines = map.getContents().stream()
                .filter(content -> content.getResource() == resource)
                .toList();
        if (!mines.isEmpty()) {
            text.append("  %-11s  %4d mines with %7d units%n"
                    .formatted(
                            name(resource),
                            mines.size(),
                            mines.stream().mapToInt(Content::getUnits).sum()));
        }
    }

    private static String line(Discovery discovery) {
        return "%-11s  up to %d mines of %d to %d units, one %s s after %d of 1000 units or fewer are left"
                .formatted(
                        name(discovery.getResource()),
                        discovery.getAtMost(),
                        discovery.getUnits().getMin(),
                        discovery.getUnits().getMax(),
                        seconds(discovery.getDelayMs()),
                        discovery.getWhenLeft());
    }

    private int starSystems(Gravity gravity) {
        int count = 0;
        for (int index = 0; index < map.getWidth() * map.getHeight(); index++) {
            if (TileCodes.structure(map.getStructure().get(index)) == Structure.STAR_SYSTEM
                    && TileCodes.gravity(map.getGravity().get(index)) == gravity) {
                count++;
            }
        }
        return count;
    }

    private long count(ContentKind kind) {
        return map.getContents().stream()
                .filter(content -> content.getKind() == kind)
                .count();
    }

    private static String seconds(long ms) {
        return ms % 1000 == 0 ? String.valueOf(ms / 1000) : String.format(Locale.ROOT, "%.3f", ms / 1000.0);
    }

    private static String name(Resource resource) {
        return resource.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
