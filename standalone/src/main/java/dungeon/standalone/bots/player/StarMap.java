package dungeon.standalone.bots.player;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Structure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** What of a map never changes: gravity, voids, stations and black holes. */
// The wire gives gravity and structure by their positions in the enums.
@SuppressWarnings("EnumOrdinal")
public final class StarMap {
    private final int width;
    private final int height;
    private final byte[] gravity;
    private final BitSet safe = new BitSet();
    private final List<Place> stations = new ArrayList<>();

    StarMap(MapInstantiated drawn) {
        width = drawn.getWidth();
        height = drawn.getHeight();
        gravity = new byte[width * height];
        drawn.getGravity().duplicate().get(gravity);
        for (int index = 0; index < gravity.length; index++) {
            safe.set(index, Structure.values()[drawn.getStructure().get(index)] == Structure.STAR_SYSTEM);
        }
        for (Content content : drawn.getContents()) {
            Place place = Place.of(content.getTile());
            if (content.getKind() == ContentKind.BLACK_HOLE) {
                safe.clear(index(place));
            } else if (content.getKind() == ContentKind.SPACE_STATION) {
                stations.add(place);
            }
        }
    }

    /** The space stations, in the order in which they were placed. */
    public List<Place> stations() {
        return Collections.unmodifiableList(stations);
    }

    /** Whether robots are repaired, sell and get better there, and nobody can hit them. */
    public boolean isStation(Place place) {
        return stations.contains(place);
    }

    /** Whether a robot can enter it and is sure to survive that: a star system without a black hole. */
    public boolean isSafe(Place place) {
        boolean onMap = place.x() >= 0 && place.x() < width && place.y() >= 0 && place.y() < height;
        return onMap && safe.get(index(place));
    }

    /** All star systems that are safe to enter, by rows from (0,0). */
    public List<Place> safeStarSystems() {
        return safe.stream().mapToObj(this::place).toList();
    }

    /** The position of a tile's gravity in the arrays of the rules: 0 for LIGHT to 2 for INTENSE. */
    public int gravityIndex(Place place) {
        return gravity[index(place)] - Gravity.LIGHT.ordinal();
    }

    int tiles() {
        return gravity.length;
    }

    int index(Place place) {
        return place.y() * width + place.x();
    }

    Place place(int index) {
        return new Place(index % width, index / width);
    }
}
