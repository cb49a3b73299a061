package dungeon.benchmarks.micro;

import java.time.Duration;
import java.util.List;

/**
 * How the micro benchmarks are run.
 *
 * @param include a regular expression: the benchmarks in whose full name it is found; empty for all
 * @param forks JVMs for each benchmark, one after the other; 0 for the JVM that asks, which is for trying them out only,
 *     because what ran before decides how the next one is compiled
 * @param warmUps iterations before the measurement, in which the code is compiled
 * @param iterations iterations that are measured
 * @param iterationTime how long each takes
 * @param jvmArguments of the forks
 */
public record MicroOptions(
        String include, int forks, int warmUps, int iterations, Duration iterationTime, List<String> jvmArguments) {
    /**
     * On one core: the serial collector has no threads of its own that would use another one. With much room for what is young, it
     * does not copy the games of the benchmark again and again.
     */
    private static final List<String> JVM_ARGUMENTS = List.of(
            "-Xms3g",
            "-Xmx3g",
            "-Xmn1g",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=dungeon/benchmarks/micro/logback.xml");

    /** Some 12 s for each benchmark. */
    public static MicroOptions standard() {
        return new MicroOptions("", 1, 3, 5, Duration.ofSeconds(1), JVM_ARGUMENTS);
    }

    public MicroOptions withInclude(String regularExpression) {
        return new MicroOptions(regularExpression, forks, warmUps, iterations, iterationTime, jvmArguments);
    }
}
