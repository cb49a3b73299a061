package dungeon.verification.audit;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.StructureLayer;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Grid;
import dungeon.verification.audit.model.Index;
import dungeon.verification.audit.model.Mine;
import dungeon.verification.audit.model.Places;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;

/** Compares a game's own map with the plan that it was drawn from. */
final class MapCheck {
    private final MapType plan;
    private final Places places;
    private final Grid grid;

    private MapCheck(MapType plan) {
        this.plan = plan;
        this.places = new Places(plan.getWidth(), plan.getHeight());
        this.grid = new Grid(places);
    }

    /** The map, if it is one that can be drawn from the plan. */
    static Grid of(MapType plan, MapInstantiated found) {
        MapCheck check = new MapCheck(plan);
        Check.same("width", plan.getWidth(), found.getWidth());
        Check.same("height", plan.getHeight(), found.getHeight());
        check.gravity(found.getGravity());
        check.structure(found.getStructure());
        check.contents(found.getContents().iterator());
        check.stationsReachBioMatter();
        return check.grid;
    }

    private void gravity(ByteBuffer found) {
        Check.same("tiles of the gravity", places.count(), found.remaining());
        Arrays.fill(grid.gravity, plan.getDefaultGravity());
        for (GravityLayer layer : plan.getGravity()) {
            places.of(layer.getArea()).stream().forEach(tile -> grid.gravity[tile] = layer.getLevel());
        }
        for (int tile = 0; tile < places.count(); tile++) {
            byte there = found.get(found.position() + tile);
            Check.same("gravity of tile " + tile, Index.of(grid.gravity[tile]) + 1L, there);
        }
    }

    private void structure(ByteBuffer found) {
        Check.same("tiles of the structure", places.count(), found.remaining());
        for (StructureLayer layer : plan.getStructure()) {
            places.of(layer.getArea()).stream().forEach(tile -> grid.structure[tile] = layer.getKind());
        }
        for (int tile = 0; tile < places.count(); tile++) {
            byte there = found.get(found.position() + tile);
            Check.same("structure of tile " + tile, Index.of(grid.structure[tile]) + 1L, there);
        }
    }

    private void contents(Iterator<Content> found) {
        for (ContentLayer layer : plan.getContents()) {
            BitSet empty = grid.emptyAmong(places.of(layer.getArea()));
            int count = layer.getCount() != null
                    ? layer.getCount()
                    : (int) ((long) empty.cardinality() * layer.getShare() / 1000);
            for (int i = 0; i < count; i++) {
                Check.holds("contents", found.hasNext(), count + " of " + layer, i);
                place(layer, empty, found.next());
            }
        }
        Check.holds("contents", !found.hasNext(), "no more than planned", "more");
    }

    private void place(ContentLayer layer, BitSet empty, Content content) {
        int tile = places.number(content.getTile());
        Check.holds("place of a content", tile >= 0 && empty.get(tile), "an empty star system of its area", content);
        empty.clear(tile);
        Check.same("kind of a content", layer.getKind(), content.getKind());
        Check.same("resource of a content", layer.getResource(), content.getResource());
        grid.contents[tile] = content.getKind();
        if (content.getKind() == ContentKind.MINE) {
            Check.within(
                    "units of a content",
                    layer.getUnits().getMin(),
                    layer.getUnits().getMax(),
                    content.getUnits());
            grid.open(new Mine(tile, content.getResource(), content.getUnits()));
        } else {
            Check.same("units of a content", null, content.getUnits());
        }
    }

    private void stationsReachBioMatter() {
        Check.holds("space stations", !grid.stations().isEmpty(), "at least one", 0);
        for (int station : grid.stations()) {
            Check.holds(
                    "way of a robot from " + places.tile(station),
                    reachesBioMatter(station),
                    "to a mine of bio matter",
                    "none");
        }
    }

    private boolean reachesBioMatter(int station) {
        BitSet seen = new BitSet();
        ArrayDeque<Integer> next = new ArrayDeque<>();
        seen.set(station);
        next.add(station);
        while (!next.isEmpty()) {
            int tile = next.remove();
            if (grid.mines[tile] != null && grid.mines[tile].resource == Resource.BIO_MATTER) {
                return true;
            }
            for (int neighbour : grid.neighbours(tile)) {
                if (!grid.isVoid(neighbour) && !grid.isBlackHole(neighbour) && !seen.get(neighbour)) {
                    seen.set(neighbour);
                    next.add(neighbour);
                }
            }
        }
        return false;
    }
}
