package dungeon.robots.decide.map;

import dungeon.platform.core.Chance;
import dungeon.robots.state.TileCodes;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Discovery;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Draws a game's own map from a map type. Contents are placed in the order of the specification, each by one draw among
 * the empty star systems of its area in order of y, then x; the units of a mine are one more draw. A map in which some
 * space station has no way to a mine of bio matter but through a black hole is dropped, and the next one is drawn.
 */
public final class MapDrawing {
    /** How often a map is drawn before it is given up. */
    public static final int ATTEMPTS_MAXIMUM = 100;

    /** The most contents that a map can have. */
    static final int CONTENTS_MAXIMUM = 4_000;

    /**
     * The draws that belong to the map, used or not; the game's own begin here. So the number of the next draw follows
     * from the events, without telling how many attempts there were.
     */
    static final long DRAWS_RESERVED = 1_000_000;

    private final MapType map;
    private final MapGrid grid;
    private final Chance chance;
    private final List<BitSet> areas;

    /**
     * Where something of a layer is.
     *
     * @param unitsDraw the draw that says how many units there are; asked for in a map that can be played only, because a hundred may
     *     be dropped before it. -1 for what has no units
     */
    private record Placement(ContentLayer layer, int index, long unitsDraw) {}

    private MapDrawing(MapType map, ByteBuffer seed) {
        this.map = map;
        this.grid = new MapGrid(map);
        this.chance = new Chance(seed, 0);
        this.areas = map.getContents().stream()
                .map(layer -> grid.starSystemsOf(Areas.tilesOf(layer.getArea(), map.getWidth(), map.getHeight())))
                .toList();
    }

    /** Draws a map from a map type without faults; empty if chance finds none in which all stations reach a mine. */
    public static Optional<MapInstantiated> draw(MapType map, ByteBuffer seed) {
        MapDrawing drawing = new MapDrawing(map, seed);
        for (int attempt = 0; attempt < ATTEMPTS_MAXIMUM; attempt++) {
            List<Placement> placements = drawing.placements();
            if (drawing.isPlayable(placements)) {
                return Optional.of(drawing.instantiated(placements));
            }
        }
        return Optional.empty();
    }

    /**
     * The first map that chance gives, whether it can be played on or not, with as many contents as there is room for: to
     * look at a map type whose entries have no faults by themselves.
     */
    public static MapInstantiated sketch(MapType map, ByteBuffer seed) {
        MapDrawing drawing = new MapDrawing(map, seed);
        return drawing.instantiated(drawing.placements());
    }

    /** How many contents a layer places where a number of star systems is empty. */
    static int countOf(ContentLayer layer, int empty) {
        return layer.getCount() != null ? layer.getCount() : (int) ((long) empty * layer.getShare() / 1000);
    }

    private List<Placement> placements() {
        List<Placement> placements = new ArrayList<>();
        BitSet taken = new BitSet();
        for (int i = 0; i < areas.size(); i++) {
            ContentLayer layer = map.getContents().get(i);
            BitSet empty = (BitSet) areas.get(i).clone();
            empty.andNot(taken);
            Candidates candidates = new Candidates(empty);
            for (int left = countOf(layer, candidates.size()); left > 0 && candidates.size() > 0; left--) {
                int index = candidates.remove(chance.below(candidates.size()));
                taken.set(index);
                placements.add(new Placement(layer, index, layer.getUnits() == null ? -1 : chance.skip()));
            }
        }
        return placements;
    }

    private Content content(Placement placement) {
        ContentLayer layer = placement.layer();
        UnitRange range = layer.getUnits();
        Integer units = range == null
                ? null
                : range.getMin() + chance.at(placement.unitsDraw(), range.getMax() - range.getMin() + 1);
        Tile tile = new Tile(placement.index() % grid.width(), placement.index() / grid.width());
        return new Content(tile, layer.getKind(), layer.getResource(), units);
    }

    private boolean isPlayable(List<Placement> placements) {
        BitSet blackHoles = new BitSet();
        BitSet firstMines = new BitSet();
        BitSet stations = new BitSet();
        for (Placement placement : placements) {
            ContentLayer layer = placement.layer();
            blackHoles.set(placement.index(), layer.getKind() == ContentKind.BLACK_HOLE);
            stations.set(placement.index(), layer.getKind() == ContentKind.SPACE_STATION);
            firstMines.set(placement.index(), MapGrid.isFirstMine(layer.getKind(), layer.getResource()));
        }
        stations.andNot(grid.reachableFrom(firstMines, blackHoles));
        return stations.isEmpty();
    }

    private MapInstantiated instantiated(List<Placement> placements) {
        List<Content> contents = placements.stream().map(this::content).toList();
        int tiles = grid.width() * grid.height();
        byte[] gravity = new byte[tiles];
        byte[] structure = new byte[tiles];
        for (int index = 0; index < tiles; index++) {
            gravity[index] = TileCodes.of(grid.gravity(index));
            structure[index] = TileCodes.of(grid.isStarSystem(index) ? Structure.STAR_SYSTEM : Structure.VOID);
        }
        return new MapInstantiated(
                grid.width(),
                grid.height(),
                ByteBuffer.wrap(gravity),
                ByteBuffer.wrap(structure),
                contents,
                map.getDiscoveries().stream()
                        .map(discovery -> units(discovery, contents))
                        .toList(),
                DRAWS_RESERVED);
    }

    /** The units that are counted for a discovery at first. */
    private long units(Discovery discovery, List<Content> contents) {
        return contents.stream()
                .filter(content -> content.getKind() == ContentKind.MINE
                        && Areas.counts(
                                discovery, content.getTile(), content.getResource(), grid.width(), grid.height()))
                .mapToLong(Content::getUnits)
                .sum();
    }
}
