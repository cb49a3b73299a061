package dungeon.verification.audit;

import dungeon.schemas.DepositChange;
import dungeon.schemas.Discovery;
import dungeon.schemas.Event;
import dungeon.schemas.MineDiscovered;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Mine;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.PendingDiscovery;
import dungeon.verification.audit.model.Timer;
import java.time.Instant;
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

    /** The units that the map was given for each entry, in their order. */
    List<Long> placed() {
        return entries.stream().map(each -> each.placed).toList();
    }

    /**
     * A mining process is over. If it has taken something, a discovery may be due after its delay.
     *
     * @return what changed for the entries that count the mine, in their order
     */
    List<DepositChange> afterMining(Mine mine, int dug, Instant time) {
        List<DepositChange> changes = new ArrayList<>();
        if (dug == 0) {
            return changes;
        }
        for (PendingDiscovery each : entries) {
            if (each.counts(mine)) {
                Instant dueAt = null;
                if (isDueNow(each)) {
                    each.isToCome = true;
                    dueAt = time.plusMillis(each.entry.getDelayMs());
                    model.timers.set(dueAt.toEpochMilli(), Timer.Kind.DISCOVERY, each);
                }
                changes.add(change(each, dueAt));
            }
        }
        return changes;
    }

    private boolean isDueNow(PendingDiscovery each) {
        return !each.isToCome
                && each.happened < each.entry.getAtMost()
                && unitsLeft(each.entry, each.area) * 1000 <= each.placed * each.entry.getWhenLeft();
    }

    private DepositChange change(PendingDiscovery each, Instant dueAt) {
        int sinceTheBeginning = each.isToCome ? each.happened + 1 : each.happened;
        return new DepositChange(entries.indexOf(each), unitsLeft(each.entry, each.area), sinceTheBeginning, dueAt);
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
        Check.same("entry", entries.indexOf(pending), discovered.getEntry());
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
        Check.same("nextDraw", model.draws.next(), discovered.getNextDraw());
        Mine mine = model.grid.open(new Mine(tile, discovered.getResource(), discovered.getUnits()));
        Check.same("deposits", changesBy(mine), discovered.getDeposits());
        model.ledger.appear(discovered.getResource(), discovered.getUnits());
    }

    /** What a mine that has appeared changes for the entries that count it, in their order. */
    private List<DepositChange> changesBy(Mine mine) {
        return entries.stream()
                .filter(each -> each.counts(mine))
                .map(each -> change(each, null))
                .toList();
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
