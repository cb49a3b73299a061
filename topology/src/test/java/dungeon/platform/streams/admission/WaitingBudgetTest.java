package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingBudgetTest {
    private static final long MS = 1_000_000;

    private record Wait(long fromMs, long untilMs) {}

    private long nowNanos;
    private final WaitingBudget budget = new WaitingBudget(400, () -> nowNanos);

    @Test
    void aServiceThatHangsHoldsAThreadForEightTenthsOfASecondInTenAtMost() {
        assertHeldFor(new Random(1), 0, 800);
    }

    @Test
    void aServiceThatAnswersSlowlyDoesNotHoldItForLonger() {
        assertHeldFor(new Random(2), 1, 800);
    }

    /** @param answers 0 if never within the time, 1 if at any time within it */
    private void assertHeldFor(Random random, int answers, long atMostMs) {
        List<Wait> waits = new ArrayList<>();
        long endMs = 120_000;
        while (nowNanos / MS < endMs) {
            long waitMs = budget.availableMs();
            if (waitMs > 0) {
                long fromMs = nowNanos / MS;
                long sinceNanos = budget.nowNanos();
                nowNanos += (answers == 0 ? waitMs : random.nextLong(waitMs + 1)) * MS;
                budget.spend(sinceNanos);
                waits.add(new Wait(fromMs, nowNanos / MS));
            }
            nowNanos += random.nextInt(20) * MS;
        }
        for (long beginMs = 0; beginMs < endMs; beginMs += 100) {
            long windowMs = beginMs;
            long heldMs = waits.stream()
                    .mapToLong(wait -> Math.max(
                            0, Math.min(wait.untilMs(), windowMs + 10_000) - Math.max(wait.fromMs(), windowMs)))
                    .sum();
            assertThat(heldMs).isLessThanOrEqualTo(atMostMs);
        }
        assertThat(waits).hasSizeGreaterThan(10);
    }

    @Test
    void quickAnswersAreSomeAtOnceAndThenTwoInASecondAtMost() {
        assertThat(askedWithin(0)).isEqualTo(13);
        assertThat(askedWithin(60_000)).isBetween(60, 120);
    }

    private int askedWithin(long ms) {
        int asked = 0;
        for (long elapsedMs = 0; elapsedMs <= ms; elapsedMs += 10) {
            while (budget.availableMs() > 0) {
                budget.spend(budget.nowNanos());
                asked++;
            }
            nowNanos += 10 * MS;
        }
        return asked;
    }

    @Test
    void whatTookTooLongIsPaidForByALongerPause() {
        long sinceNanos = budget.nowNanos();
        assertThat(budget.availableMs()).isEqualTo(400);
        nowNanos += 4_000 * MS;
        budget.spend(sinceNanos);
        nowNanos += 80_000 * MS;
        assertThat(budget.availableMs()).isZero();
        nowNanos += 20_000 * MS;
        assertThat(budget.availableMs()).isPositive();
    }
}
