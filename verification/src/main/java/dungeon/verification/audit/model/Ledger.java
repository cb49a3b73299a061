package dungeon.verification.audit.model;

import dungeon.schemas.Resource;
import dungeon.verification.audit.finding.Check;

/** Where the units of each resource are, as the events say it: none comes from nowhere, and none is lost. */
public final class Ledger {
    private final long[] appeared = new long[Resource.values().length];
    private final long[] inMines = new long[Resource.values().length];
    private final long[] inCargo = new long[Resource.values().length];
    private final long[] sold = new long[Resource.values().length];
    private final long[] evaporated = new long[Resource.values().length];

    public void appear(Resource resource, int units) {
        appeared[Index.of(resource)] += units;
        inMines[Index.of(resource)] += units;
    }

    public void mine(Resource resource, int collected, int lost) {
        inMines[Index.of(resource)] -= collected + lost;
        inCargo[Index.of(resource)] += collected;
        evaporated[Index.of(resource)] += lost;
    }

    public void sell(Resource resource, int units) {
        inCargo[Index.of(resource)] -= units;
        sold[Index.of(resource)] += units;
    }

    public void evaporate(Resource resource, int units) {
        inCargo[Index.of(resource)] -= units;
        evaporated[Index.of(resource)] += units;
    }

    /** Compares with what is in the mines and in the robots, counted anew. */
    public void check(Resource resource, long countedInMines, long countedInCargo) {
        int number = Index.of(resource);
        Check.same("units of " + resource + " in mines", countedInMines, inMines[number]);
        Check.same("units of " + resource + " in cargo", countedInCargo, inCargo[number]);
        Check.same(
                "units of " + resource + " in mines + in cargo + sold + evaporated",
                appeared[number],
                countedInMines + countedInCargo + sold[number] + evaporated[number]);
    }
}
