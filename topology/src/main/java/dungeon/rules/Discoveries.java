package dungeon.rules;

import dungeon.schemas.Discovery;
import dungeon.schemas.Event;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import java.util.BitSet;
import java.util.List;

/** Mines that appear in the course of a game. */
final class Discoveries {
    /** How many draws of chance a discovery takes. */
    static final int DRAWS = 2;

    private Discoveries() {}

    /**
     * Lets a mine appear on one of the empty star systems of its area, when its timer is due: one draw for the place, one for
     * the units. Where no star system is empty, the chance is gone, and nothing is published.
     */
    static List<Event> discover(Draft world, DueTimer timer) {
        Game game = world.game();
        Discovery discovery = game.getDiscoveries().get(timer.timer().getDiscovery());
        Candidates places = new Candidates(emptyStarSystems(world, discovery));
        world.cancel(timer);
        if (places.size() == 0) {
            return List.of();
        }
        Chance chance = new Chance(world.secret().getSeed(), world.progress().getDraws());
        int index = places.remove(chance.below(places.size()));
        int minimum = discovery.getUnits().getMin();
        int units = minimum + chance.below(discovery.getUnits().getMax() - minimum + 1);
        Tile at = new Tile(index % game.getWidth(), index / game.getWidth());
        Decision decision = new Decision(world, timer.dueMs(), null, null);
        decision.emit(new MineDiscovered(at, discovery.getResource(), units));
        return decision.events();
    }

    private static BitSet emptyStarSystems(World world, Discovery discovery) {
        Game game = world.game();
        BitSet area = Areas.tilesOf(discovery.getArea(), game.getWidth(), game.getHeight());
        BitSet empty = new BitSet(area.size());
        area.stream()
                .filter(index -> isEmpty(world.tile(index % game.getWidth(), index / game.getWidth())))
                .forEach(empty::set);
        return empty;
    }

    private static boolean isEmpty(MapTile tile) {
        return tile.getStructure() == Structure.STAR_SYSTEM && tile.getContent() == null;
    }
}
