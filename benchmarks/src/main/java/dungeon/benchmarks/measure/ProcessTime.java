package dungeon.benchmarks.measure;

import dungeon.standalone.processes.Child;
import java.time.Duration;

/** How much computing time a process has had; the operating system counts it in hundredths of a second. */
public final class ProcessTime {
    private ProcessTime() {}

    /** Of all its threads since its start, in ns; 0 where the operating system does not say. */
    public static long nanos(Child process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }
}
