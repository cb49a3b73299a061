package dungeon.robots.decide.map;

import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Detail;
import dungeon.schemas.MapType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Faults that show only when a map type is laid out: contents for which there may be no room, and space stations from
 * which no mine of bio matter can be reached however chance falls.
 */
final class MapRoomFaults {
    private final List<ContentLayer> layers;
    private final MapGrid grid;
    private final List<BitSet> areas = new ArrayList<>();
    private final List<Detail> faults = new ArrayList<>();

    private MapRoomFaults(MapType map) {
        layers = map.getContents();
        grid = new MapGrid(map);
        for (ContentLayer layer : layers) {
            areas.add(grid.starSystemsOf(Areas.tilesOf(layer.getArea(), map.getWidth(), map.getHeight())));
        }
    }

    static List<Detail> of(MapType map) {
        MapRoomFaults checks = new MapRoomFaults(map);
        checks.room();
        if (checks.sharesLeaveFirstMines()) {
            checks.reach();
        }
        return checks.faults;
    }

    /** Counts for each layer the star systems that are left in its area even if all earlier contents fall into it. */
    private void room() {
        int[] most = new int[layers.size()];
        int total = 0;
        int stations = 0;
        for (int i = 0; i < layers.size(); i++) {
            int taken = 0;
            for (int earlier = 0; earlier < i; earlier++) {
                BitSet shared = (BitSet) areas.get(earlier).clone();
                shared.and(areas.get(i));
                taken += Math.min(most[earlier], shared.cardinality());
            }
            int all = areas.get(i).cardinality();
            int left = Math.max(0, all - taken);
            ContentLayer layer = layers.get(i);
            int least = MapDrawing.countOf(layer, left);
            most[i] = MapDrawing.countOf(layer, all);
            if (least > left) {
                faults.add(new Detail(
                        "/contents/%d/count".formatted(i),
                        "is %d, but only %d star systems of the area are sure to be empty".formatted(least, left)));
            }
            total += most[i];
            stations += layer.getKind() == ContentKind.SPACE_STATION ? least : 0;
        }
        if (total > MapDrawing.CONTENTS_MAXIMUM) {
            faults.add(new Detail(
                    "/contents",
                    "place up to %d contents; %d are allowed".formatted(total, MapDrawing.CONTENTS_MAXIMUM)));
        }
        if (stations == 0) {
            faults.add(new Detail("/contents", "may come to no space station at all"));
        }
    }

    /** A share of a small area can come to nothing, and then no drawing is ever playable. */
    private boolean sharesLeaveFirstMines() {
        List<Detail> empty = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            ContentLayer layer = layers.get(i);
            if (MapGrid.isFirstMine(layer.getKind(), layer.getResource())) {
                int all = areas.get(i).cardinality();
                if (MapDrawing.countOf(layer, all) > 0) {
                    return true;
                }
                empty.add(new Detail(
                        "/contents/%d/share".formatted(i),
                        "is too small for a bio matter mine: %d per thousand of %d".formatted(layer.getShare(), all)));
            }
        }
        faults.addAll(empty);
        return empty.isEmpty();
    }

    private void reach() {
        BitSet blocked = new BitSet();
        BitSet mines = new BitSet();
        for (int i = 0; i < layers.size(); i++) {
            ContentLayer layer = layers.get(i);
            boolean fills = MapDrawing.countOf(layer, areas.get(i).cardinality())
                    >= areas.get(i).cardinality();
            if (layer.getKind() == ContentKind.BLACK_HOLE && fills) {
                blocked.or(areas.get(i));
            } else if (MapGrid.isFirstMine(layer.getKind(), layer.getResource())) {
                mines.or(areas.get(i));
            }
        }
        BitSet safe = grid.reachableFrom(mines, blocked);
        safe.or(blocked);
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).getKind() == ContentKind.SPACE_STATION && !isWithin(areas.get(i), safe)) {
                faults.add(
                        new Detail(
                                "/contents/" + i,
                                "can place a space station from which no bio matter mine is reachable without crossing a black hole"));
            }
        }
    }

    private static boolean isWithin(BitSet part, BitSet whole) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(whole);
        return rest.isEmpty();
    }
}
