package dungeon.robots.decide;

import dungeon.platform.core.Chance;
import dungeon.platform.core.Decision;
import dungeon.robots.decide.map.Areas;
import dungeon.robots.decide.map.Candidates;
import dungeon.robots.state.RobotsState;
import dungeon.schemas.DepositChange;
import dungeon.schemas.Discovery;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.Resource;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Deposit;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Mines that appear in the course of a game. */
final class Discoveries {
    /** How many draws of chance a discovery takes: one for the place, one for the units. */
    private static final int DRAWS = 2;

    private static final int PER_THOUSAND = 1000;

    private Discoveries() {}

    /**
     * Lets a mine appear on one of the empty star systems of its area, when its timer is due. Where no star system is empty, the
     * chance is gone, and nothing is published.
     */
    static void discover(Decision<RobotsState> decision, int entry) {
        RobotsState state = decision.state();
        Game game = state.game();
        Discovery discovery = game.getDiscoveries().get(entry);
        Candidates places = new Candidates(emptyStarSystems(state, discovery));
        if (places.size() == 0) {
            return;
        }
        long draw = state.counters().getDraws();
        Chance chance = new Chance(state.secret().getSeed(), draw);
        int index = places.remove(chance.below(places.size()));
        int minimum = discovery.getUnits().getMin();
        int units = minimum + chance.below(discovery.getUnits().getMax() - minimum + 1);
        Tile at = new Tile(index % game.getWidth(), index / game.getWidth());
        decision.emit(new MineDiscovered(
                at,
                discovery.getResource(),
                units,
                entry,
                depositsWith(state, at, discovery.getResource(), units),
                draw + DRAWS));
    }

    /**
     * The deposits that count a mine from which something was taken. One that has become scarce announces its next mine, unless
     * one is still to come or there were enough.
     */
    static List<DepositChange> depositsAfter(Decision<RobotsState> decision, Tile mine, Resource resource, int taken) {
        RobotsState state = decision.state();
        List<DepositChange> changes = new ArrayList<>();
        if (taken > 0) {
            for (int entry : entriesOf(state.game(), mine, resource)) {
                Deposit deposit = state.deposits().getDeposits().get(entry);
                Discovery discovery = state.game().getDiscoveries().get(entry);
                long left = deposit.getLeftUnits() - taken;
                boolean scarce = left * PER_THOUSAND <= deposit.getPlacedUnits() * discovery.getWhenLeft();
                boolean oneIsToCome = deposit.getDueMs() != null && deposit.getDueMs() >= decision.timeMs();
                boolean announced = scarce && !oneIsToCome && deposit.getDiscoveries() < discovery.getAtMost();
                Instant dueAt = announced ? decision.time().plusMillis(discovery.getDelayMs()) : null;
                changes.add(new DepositChange(entry, left, deposit.getDiscoveries() + (announced ? 1 : 0), dueAt));
            }
        }
        return changes;
    }

    private static List<DepositChange> depositsWith(RobotsState state, Tile mine, Resource resource, int units) {
        List<DepositChange> changes = new ArrayList<>();
        for (int entry : entriesOf(state.game(), mine, resource)) {
            Deposit deposit = state.deposits().getDeposits().get(entry);
            changes.add(new DepositChange(entry, deposit.getLeftUnits() + units, deposit.getDiscoveries(), null));
        }
        return changes;
    }

    /** The entries of the map type's discoveries that count a mine. */
    private static List<Integer> entriesOf(Game game, Tile mine, Resource resource) {
        List<Integer> entries = new ArrayList<>();
        for (int entry = 0; entry < game.getDiscoveries().size(); entry++) {
            Discovery discovery = game.getDiscoveries().get(entry);
            if (Areas.counts(discovery, mine, resource, game.getWidth(), game.getHeight())) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static BitSet emptyStarSystems(RobotsState state, Discovery discovery) {
        Game game = state.game();
        BitSet area = Areas.tilesOf(discovery.getArea(), game.getWidth(), game.getHeight());
        BitSet empty = new BitSet(area.size());
        area.stream()
                .filter(index -> isEmpty(state.tile(index % game.getWidth(), index / game.getWidth())))
                .forEach(empty::set);
        return empty;
    }

    private static boolean isEmpty(MapTile tile) {
        return tile.getStructure() == Structure.STAR_SYSTEM && tile.getContent() == null;
    }
}
