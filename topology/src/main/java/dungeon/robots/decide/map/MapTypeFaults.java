package dungeon.robots.decide.map;

import dungeon.platform.envelope.PlainText;
import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Detail;
import dungeon.schemas.Discovery;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wrong with a map type, each fault with the JSON pointer of its place. A map type without faults
 * always has room for its contents.
 */
public final class MapTypeFaults {
    private static final int SIZE_MINIMUM = 2;
    private static final int SIZE_MAXIMUM = 200;
    private static final int NAME_LENGTH_MAXIMUM = 100;
    private static final int DESCRIPTION_LENGTH_MAXIMUM = 1_000;
    /** Bounds for lists, because the time that a map takes grows with layers times tiles. */
    private static final int LAYERS_MAXIMUM = 100;

    private static final int AREA_PARTS_MAXIMUM = 1_000;
    private static final int UNITS_MAXIMUM = 1_000_000;
    private static final int AT_MOST_MAXIMUM = 1_000;
    /**
     * A discovery reads every tile of its area, at some microseconds each, and players decide when. So what all discoveries
     * of a game can read together is bounded: about 25 of them over the whole of the largest map.
     */
    private static final long DISCOVERY_READS_MAXIMUM = 1_000_000;

    /** Each mining process looks through the areas of all discoveries, part by part and tile by tile. */
    private static final int DISCOVERY_PARTS_MAXIMUM = 1_000;

    private static final long DELAY_MAXIMUM_MS = 24 * 3_600_000L;
    private static final int PER_THOUSAND = 1_000;
    /** Nobody reads more, and the rejection has to stay small. */
    private static final int FAULTS_MAXIMUM = 100;

    private final MapType map;
    private final List<Detail> faults = new ArrayList<>();

    private MapTypeFaults(MapType map) {
        this.map = map;
    }

    /** The faults of a map type, the first hundred of them; empty if there are none. */
    public static List<Detail> of(MapType map) {
        MapTypeFaults checks = new MapTypeFaults(map);
        checks.entries();
        checks.whole();
        return checks.firstFaults();
    }

    private List<Detail> firstFaults() {
        return faults.size() <= FAULTS_MAXIMUM ? faults : List.copyOf(faults.subList(0, FAULTS_MAXIMUM));
    }

    private void entries() {
        text("/name", map.getName(), 1, NAME_LENGTH_MAXIMUM);
        text("/description", map.getDescription(), 0, DESCRIPTION_LENGTH_MAXIMUM);
        between("/width", map.getWidth(), SIZE_MINIMUM, SIZE_MAXIMUM);
        between("/height", map.getHeight(), SIZE_MINIMUM, SIZE_MAXIMUM);
        known("/defaultGravity", map.getDefaultGravity() != Gravity.UNKNOWN);
        between("/blackHoleDestruction", map.getBlackHoleDestruction(), 0, PER_THOUSAND);
        int before = faults.size();
        atMost("/gravity", map.getGravity().size(), LAYERS_MAXIMUM);
        atMost("/structure", map.getStructure().size(), LAYERS_MAXIMUM);
        atMost("/contents", map.getContents().size(), LAYERS_MAXIMUM);
        atMost("/discoveries", map.getDiscoveries().size(), LAYERS_MAXIMUM);
        if (faults.size() > before) {
            return;
        }
        for (int i = 0; i < map.getGravity().size(); i++) {
            area("/gravity/" + i, map.getGravity().get(i).getArea());
            known("/gravity/" + i + "/level", map.getGravity().get(i).getLevel() != Gravity.UNKNOWN);
        }
        for (int i = 0; i < map.getStructure().size(); i++) {
            area("/structure/" + i, map.getStructure().get(i).getArea());
            known("/structure/" + i + "/kind", map.getStructure().get(i).getKind() != Structure.UNKNOWN);
        }
        for (int i = 0; i < map.getContents().size(); i++) {
            content("/contents/" + i, map.getContents().get(i));
        }
        for (int i = 0; i < map.getDiscoveries().size(); i++) {
            discovery("/discoveries/" + i, map.getDiscoveries().get(i));
        }
    }

    private void whole() {
        if (map.getContents().stream().noneMatch(layer -> layer.getKind() == ContentKind.SPACE_STATION)) {
            fault("/contents", "has no space station");
        }
        if (faults.isEmpty()) {
            costOfDiscoveries();
        }
        // What follows works on tiles, so it needs areas that are on the map.
        if (faults.isEmpty()) {
            faults.addAll(MapRoomFaults.of(map));
        }
    }

    private void content(String pointer, ContentLayer layer) {
        area(pointer, layer.getArea());
        known(pointer + "/kind", layer.getKind() != ContentKind.UNKNOWN);
        if (layer.getCount() == null == (layer.getShare() == null)) {
            fault(pointer, "must have either a count or a share");
        } else if (layer.getCount() != null) {
            between(pointer + "/count", layer.getCount(), 1, MapDrawing.CONTENTS_MAXIMUM);
        } else {
            between(pointer + "/share", layer.getShare(), 1, PER_THOUSAND);
        }
        boolean mine = layer.getKind() == ContentKind.MINE;
        if (mine != (layer.getResource() != null)) {
            fault(pointer + "/resource", mine ? "is missing" : "is for mines only");
        } else if (mine) {
            known(pointer + "/resource", layer.getResource() != Resource.UNKNOWN);
        }
        if (mine != (layer.getUnits() != null)) {
            fault(pointer + "/units", mine ? "is missing" : "is for mines only");
        } else if (mine) {
            units(pointer + "/units", layer.getUnits());
        }
    }

    private void discovery(String pointer, Discovery discovery) {
        area(pointer, discovery.getArea());
        known(pointer + "/resource", discovery.getResource() != Resource.UNKNOWN);
        between(pointer + "/whenLeft", discovery.getWhenLeft(), 0, PER_THOUSAND);
        between(pointer + "/delayMs", discovery.getDelayMs(), 0, DELAY_MAXIMUM_MS);
        units(pointer + "/units", discovery.getUnits());
        between(pointer + "/atMost", discovery.getAtMost(), 1, AT_MOST_MAXIMUM);
    }

    private void costOfDiscoveries() {
        long reads = 0;
        int parts = 0;
        for (Discovery discovery : map.getDiscoveries()) {
            long tiles = Areas.tilesOf(discovery.getArea(), map.getWidth(), map.getHeight())
                    .cardinality();
            reads += tiles * discovery.getAtMost();
            for (Area part : discovery.getArea()) {
                parts += part.getTiles() == null ? 1 : part.getTiles().size();
            }
        }
        if (reads > DISCOVERY_READS_MAXIMUM) {
            fault(
                    "/discoveries",
                    "have areas of %d tiles, counted atMost times each; %d are allowed"
                            .formatted(reads, DISCOVERY_READS_MAXIMUM));
        }
        if (parts > DISCOVERY_PARTS_MAXIMUM) {
            fault(
                    "/discoveries",
                    "have %d parts and listed tiles in their areas; %d are allowed"
                            .formatted(parts, DISCOVERY_PARTS_MAXIMUM));
        }
    }

    private void units(String pointer, UnitRange units) {
        between(pointer + "/0", units.getMin(), 1, UNITS_MAXIMUM);
        between(pointer + "/1", units.getMax(), 1, UNITS_MAXIMUM);
        if (units.getMin() > units.getMax()) {
            fault(pointer, "must have the smaller number first");
        }
    }

    private void area(String owner, List<Area> area) {
        String pointer = owner + "/area";
        if (area.isEmpty()) {
            fault(pointer, "has no parts");
            return;
        }
        if (!atMost(pointer, area.size(), AREA_PARTS_MAXIMUM)) {
            return;
        }
        int before = faults.size();
        for (int i = 0; i < area.size(); i++) {
            areaPart(area.size() == 1 ? pointer : pointer + "/" + i, area.get(i));
        }
        boolean placed = faults.size() == before && isSizeSound();
        if (placed && Areas.tilesOf(area, map.getWidth(), map.getHeight()).isEmpty()) {
            fault(pointer, "covers no tile");
        }
    }

    private void areaPart(String pointer, Area part) {
        boolean rectangle = part.getFrom() != null || part.getTo() != null;
        int forms = (part.getAll() ? 1 : 0)
                + (part.getTiles() != null ? 1 : 0)
                + (rectangle ? 1 : 0)
                + (part.getRing() != null ? 1 : 0);
        if (forms != 1) {
            fault(pointer, "must be exactly one of all, tiles, from and to, ring");
        } else if (part.getTiles() != null) {
            if (atMost(pointer + "/tiles", part.getTiles().size(), SIZE_MAXIMUM * SIZE_MAXIMUM)) {
                for (int i = 0; i < part.getTiles().size(); i++) {
                    tile(pointer + "/tiles/" + i, part.getTiles().get(i));
                }
            }
        } else if (rectangle) {
            tile(pointer + "/from", part.getFrom());
            tile(pointer + "/to", part.getTo());
        } else if (part.getRing() != null) {
            between(pointer + "/ring/0", part.getRing().getFirst(), 0, SIZE_MAXIMUM);
            between(pointer + "/ring/1", part.getRing().getLast(), 0, SIZE_MAXIMUM);
        }
    }

    private void tile(String pointer, Tile tile) {
        if (tile == null) {
            fault(pointer, "is missing");
        } else if (isSizeSound()
                && (tile.getX() < 0
                        || tile.getY() < 0
                        || tile.getX() >= map.getWidth()
                        || tile.getY() >= map.getHeight())) {
            fault(pointer, "(%d, %d) is outside the map".formatted(tile.getX(), tile.getY()));
        }
    }

    private boolean isSizeSound() {
        return isBetween(map.getWidth(), SIZE_MINIMUM, SIZE_MAXIMUM)
                && isBetween(map.getHeight(), SIZE_MINIMUM, SIZE_MAXIMUM);
    }

    private void text(String pointer, String text, int minimum, int maximum) {
        if (!isBetween(text.length(), minimum, maximum)) {
            fault(pointer, "must have %d to %d characters".formatted(minimum, maximum));
            return;
        }
        String problem = PlainText.fault(text);
        if (problem != null) {
            fault(pointer, problem);
        }
    }

    private boolean atMost(String pointer, int size, int maximum) {
        if (size > maximum) {
            fault(pointer, "has %d entries; %d are allowed".formatted(size, maximum));
        }
        return size <= maximum;
    }

    private void between(String pointer, long value, long minimum, long maximum) {
        if (!isBetween(value, minimum, maximum)) {
            fault(pointer, "is %d and must be %d to %d".formatted(value, minimum, maximum));
        }
    }

    private void known(String pointer, boolean known) {
        if (!known) {
            fault(pointer, "is not known to this build");
        }
    }

    private void fault(String pointer, String problem) {
        faults.add(new Detail(pointer, problem));
    }

    private static boolean isBetween(long value, long minimum, long maximum) {
        return value >= minimum && value <= maximum;
    }
}
