package dungeon.standalone.maps;

import dungeon.robots.state.TileCodes;
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
        int light = starSystems(Gravity.LIGHT);
        int medium = starSystems(Gravity.MEDIUM);
        int intense = starSystems(Gravity.INTENSE);
        line(
                text,
                "star systems",
                light + medium + intense,
                "of %d tiles; gravity light %d, medium %d, intense %d"
                        .formatted(map.getWidth() * map.getHeight(), light, medium, intense));
        line(text, "space stations", count(ContentKind.SPACE_STATION), "");
        line(
                text,
                "black holes",
                count(ContentKind.BLACK_HOLE),
                "entering one destroys a robot in %d of 1000 cases".formatted(type.getBlackHoleDestruction()));
        line(text, "mines", count(ContentKind.MINE), "");
        for (Resource resource : Resource.values()) {
            mines(text, resource);
        }
        line(text, "discoveries", type.getDiscoveries().size(), "");
        for (Discovery discovery : type.getDiscoveries()) {
            discovery(text, discovery);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long count, String note) {
        text.append("%-16s%5d   %s".formatted(what, count, note).stripTrailing())
                .append('\n');
    }

    private void mines(StringBuilder text, Resource resource) {
        List<Content> mines = map.getContents().stream()
                .filter(content -> content.getResource() == resource)
                .toList();
        if (!mines.isEmpty()) {
            int units = mines.stream().mapToInt(Content::getUnits).sum();
            line(text, "  " + name(resource), mines.size(), units + " units");
        }
    }

    private static void discovery(StringBuilder text, Discovery discovery) {
        line(
                text,
                "  " + name(discovery.getResource()),
                discovery.getAtMost(),
                "at most, of %d to %d units, %s s after %d of 1000 units or fewer are left"
                        .formatted(
                                discovery.getUnits().getMin(),
                                discovery.getUnits().getMax(),
                                seconds(discovery.getDelayMs()),
                                discovery.getWhenLeft()));
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
