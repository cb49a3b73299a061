package dungeon.verification.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Which faults come, in which order, and whom they meet; the same for the same seed. Each comes once before one comes again. */
final class Schedule {
    private static final int PAUSE_MAXIMUM_MS = 4_000;

    /**
     * One fault.
     *
     * @param victim which of the instances, from 0
     * @param broker which of the brokers, from 0
     * @param pauseMs before it
     */
    record Step(Fault fault, int victim, int broker, long pauseMs) {}

    private final List<Fault> faults;
    private final Random random;
    private final Deque<Fault> round = new ArrayDeque<>();

    Schedule(long seed, List<Fault> faults) {
        this.faults = List.copyOf(faults);
        this.random = new Random(seed);
    }

    Step next() {
        if (round.isEmpty()) {
            List<Fault> shuffled = new ArrayList<>(faults);
            Collections.shuffle(shuffled, random);
            round.addAll(shuffled);
        }
        return new Step(
                round.remove(),
                random.nextInt(ChaosPlan.INSTANCES),
                random.nextInt(ChaosPlan.BROKERS),
                random.nextInt(PAUSE_MAXIMUM_MS));
    }
}
