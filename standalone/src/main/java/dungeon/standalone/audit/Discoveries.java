package dungeon.standalone.audit;

import dungeon.schemas.Discovery;
import dungeon.schemas.Event;
import dungeon.schemas.MineDiscovered;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** New mines where an area has run out of a resource. */
final class Discoveries {
    private final Model model;
    private final List<PendingDiscovery> entries = new ArrayList<>();

    Discoveries(Model model) {
        this.model = model;
    }

    /** Counts what the map was given; to be called when the map is there. */
    void begin() {
        for (Discovery entry : model.map.getDiscoveries()) {
            BitSet area = model.grid.places.of(entry.getArea());
            entries.add(new PendingDiscovery(entry, area, unitsLeft(entry, area)));
        }
    }

    /** A mining process has taken from a mine, so a discovery may be due after its delay. */
    void afterMining(Mine mine, long timeMs) {
        for (PendingDiscovery each : entries) {
            Discovery entry = each.entry;
            if (entry.getResource() == mine.resource
                    && each.area.get(mine.tile)
                    && !each.isToCome
                    && each.happened < entry.getAtMost()
                    && unitsLeft(entry, each.area) * 1000 <= each.placed * entry.getWhenLeft()) {
                each.isToCome = true;
                model.timers.set(timeMs + entry.getDelayMs(), Timer.Kind.DISCOVERY, each);
            }
        }
    }

    boolean hasRoom(Timer timer) {
        return !model.grid.emptyAmong(((PendingDiscovery) timer.subject()).area).isEmpty();
    }

    void miss(Timer timer) {
        PendingDiscovery missed = (PendingDiscovery) timer.subject();
        missed.isToCome = false;
        missed.happened++;
    }

    void discovered(Event event, MineDiscovered discovered, Causes causes) {
        causes.checkNothingDue(event.getTime().toEpochMilli() - 1);
        Timer next = model.timers.first();
        Check.holds(
                "timer",
                next != null && next.kind() == Timer.Kind.DISCOVERY,
                String.valueOf(next),
                "a mine that is discovered");
        PendingDiscovery pending = (PendingDiscovery) next.subject();
        causes.timer(event, Timer.Kind.DISCOVERY, pending);
        Check.same("commandId", null, event.getCommandId());
        Check.same("playerId", null, event.getPlayerId());
        pending.isToCome = false;
        pending.happened++;

        Discovery entry = pending.entry;
        Check.same("resource", entry.getResource(), discovered.getResource());
        BitSet candidates = model.grid.emptyAmong(pending.area);
        int tile = model.grid.places.number(discovered.getMine());
        Check.holds(
                "mine",
                tile >= 0 && candidates.get(tile),
                "an empty star system of the area of the discovery",
                discovered.getMine());
        int least = entry.getUnits().getMin();
        int most = entry.getUnits().getMax();
        Check.within("units", least, most, discovered.getUnits());
        long sequence = event.getSequence();
        model.draws.add(
                sequence,
                "place of the mine",
                candidates.cardinality(),
                candidates.get(0, tile).cardinality());
        model.draws.add(sequence, "units of the mine", most - least + 1L, discovered.getUnits() - (long) least);
        model.grid.open(new Mine(tile, discovered.getResource(), discovered.getUnits()));
        model.ledger.appear(discovered.getResource(), discovered.getUnits());
    }

    private long unitsLeft(Discovery entry, BitSet area) {
        long units = 0;
        for (int tile = area.nextSetBit(0); tile >= 0; tile = area.nextSetBit(tile + 1)) {
            Mine mine = model.grid.mines[tile];
            if (mine != null && mine.resource == entry.getResource()) {
                units += mine.units;
            }
        }
        return units;
    }
}
