package dungeon.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<Fault> FAULTS = List.of(Fault.values());

    @Test
    void comesOutTheSameForTheSameSeed() {
        assertThat(steps(7, 40)).isEqualTo(steps(7, 40)).isNotEqualTo(steps(8, 40));
    }

    @Test
    void makesEachFaultOnceBeforeOneComesAgain() {
        List<Fault> made =
                steps(3, 2 * FAULTS.size()).stream().map(Schedule.Step::fault).toList();
        assertThat(made.subList(0, FAULTS.size())).containsExactlyInAnyOrderElementsOf(FAULTS);
        assertThat(made.subList(FAULTS.size(), made.size())).containsExactlyInAnyOrderElementsOf(FAULTS);
    }

    private static List<Schedule.Step> steps(long seed, int count) {
        Schedule schedule = new Schedule(seed, FAULTS);
        List<Schedule.Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(schedule.next());
        }
        return steps;
    }
}
