package dungeon.verification.siege;

import java.util.ArrayList;
import java.util.List;

/** What a platform under siege has to keep to. */
final class SiegeBounds {
    /** Somebody who plays does not notice more. */
    static final int SLOWER_MAXIMUM = 2;

    /** A transaction may be open for a second; to find it, to end it and to catch up takes no longer than twice that. */
    static final long STANDSTILL_MAXIMUM_MS = 3_000;

    private SiegeBounds() {}

    /** The bounds that are broken, each in a sentence; empty if none is. */
    static List<String> broken(SiegeResult result) {
        List<String> broken = new ArrayList<>();
        honest(result, broken);
        for (SiegeResult.Kind kind : result.kinds()) {
            kind.figures()
                    .serverErrors()
                    .forEach((answer, times) ->
                            broken.add("5xx: %s were answered %s, %d times".formatted(kind.name(), answer, times)));
            if (!kind.mayGetThrough() && kind.figures().through() > 0) {
                broken.add("got through: %s, %d times: %s"
                        .formatted(
                                kind.name(),
                                kind.figures().through(),
                                kind.figures().granted()));
            }
            if (kind.figures().tried() == 0) {
                broken.add("not tried: %s did not try once, so nothing is shown".formatted(kind.name()));
            }
        }
        result.restarts().forEach((part, times) -> broken.add("restarts: %s, %d times".formatted(part, times)));
        memory(result, broken);
        for (SiegeResult.Standstill standstill : result.transactions()) {
            if (standstill.stoodStillMs() > STANDSTILL_MAXIMUM_MS) {
                broken.add("standstill: %s, play stood still for %.1f s; %.1f s are allowed"
                        .formatted(standstill.what(), standstill.stoodStillMs() / 1e3, STANDSTILL_MAXIMUM_MS / 1e3));
            }
        }
        result.unready().forEach(part -> broken.add("not ready afterwards: " + part));
        return broken;
    }

    private static void honest(SiegeResult result, List<String> broken) {
        Latencies.Figures before = result.before().waiting();
        Latencies.Figures under = result.under().waiting();
        if (before.commands() == 0 || under.commands() == 0) {
            broken.add("honest: %d outcomes before and %d under siege are too few to compare"
                    .formatted(before.commands(), under.commands()));
            return;
        }
        if (under.p99Ms() > SLOWER_MAXIMUM * before.p99Ms()) {
            broken.add("honest: p99 is %d ms under siege and was %d ms before; %d times that is allowed"
                    .formatted(under.p99Ms(), before.p99Ms(), SLOWER_MAXIMUM));
        }
        if (under.unanswered() > 0) {
            broken.add("honest: %d commands had no outcome %s"
                    .formatted(under.unanswered(), result.under().refusals()));
        }
        result.under()
                .serverErrors()
                .forEach((answer, times) ->
                        broken.add("5xx: honest players were answered %s, %d times".formatted(answer, times)));
    }

    private static void memory(SiegeResult result, List<String> broken) {
        result.memory().forEach((process, use) -> {
            if (use.residentMb().isEmpty() || use.liveMb().isEmpty()) {
                broken.add("memory: %s was not measured".formatted(process));
                return;
            }
            if (!use.isResidentFlat()) {
                broken.add("memory: %s has %d MB of its own in the last third and had %d in the first; %d are flat"
                        .formatted(process, use.lastMb(), use.firstMb(), use.residentMaximumMb()));
            }
            if (!use.isLiveFlat()) {
                broken.add("memory: the heap of %s holds %s MB after a full collection; %d are flat"
                        .formatted(process, use.liveMb(), use.liveMaximumMb()));
            }
        });
    }
}
