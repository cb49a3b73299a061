package dungeon.benchmarks.measure;

import dungeon.standalone.processes.Child;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long the compilers of a JVM have worked, by its performance counters. */
public final class CompilerTime {
    /** Something is always compiled anew; a tenth of one thread's time does not hold anybody up. */
    public static final double REST_PERCENT = 10;

    private static final Pattern TICKS = Pattern.compile("(?m)^java\\.ci\\.totalTime=(\\d+)");
    private static final Pattern TICKS_PER_S = Pattern.compile("(?m)^sun\\.os\\.hrt\\.frequency=(\\d+)");

    private CompilerTime() {}

    /** Of all compiler threads since the JVM's start, in s. */
    public static double seconds(Child process) throws InterruptedException {
        return seconds(Jcmd.ask(process, "PerfCounter.print"));
    }

    static double seconds(String counters) {
        return counter(TICKS, counters) / counter(TICKS_PER_S, counters);
    }

    private static double counter(Pattern pattern, String counters) {
        Matcher found = pattern.matcher(counters);
        if (!found.find()) {
            throw new IllegalStateException("The JVM has no counter like %s".formatted(pattern));
        }
        return Double.parseDouble(found.group(1));
    }
}
