package dungeon.benchmarks.micro;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the micro benchmarks of this package with JMH. */
public final class MicroBenchmarks {
    /** What the pure rules have to reach on one core with the mix of a match, in commands per second. */
    public static final double RULES_TARGET_PER_S = 1_000_000;

    /** The benchmark that is held against the target. */
    public static final String MIX = "Rules.mix";

    private static final String SUFFIX = "Benchmark";

    private MicroBenchmarks() {}

    /**
     * Runs benchmarks, each in JVMs of its own with the class path of this one.
     *
     * @throws IllegalStateException if JMH cannot run them
     */
    public static List<MicroResult> run(MicroOptions options) {
        String include = MicroBenchmarks.class.getPackageName() + ".*(" + options.include() + ")";
        TimeValue time = TimeValue.milliseconds(options.iterationTime().toMillis());
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include(include)
                .forks(options.forks())
                .warmupIterations(options.warmUps())
                .warmupTime(time)
                .measurementIterations(options.iterations())
                .measurementTime(time)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (options.forks() > 0) {
            builder.jvmArgs(options.jvmArguments().toArray(new String[0]));
        }
        try {
            Collection<RunResult> results = new Runner(builder.build()).run();
            return results.stream().map(MicroBenchmarks::result).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException("The micro benchmarks '%s' did not run".formatted(include), e);
        }
    }

    /** The results as lines for people, and whether the target is reached if it was measured. */
    public static String report(List<MicroResult> results) {
        String lines = results.stream()
                .map(result -> String.format(
                        Locale.ROOT,
                        "%-40s %,14.0f ± %,.0f %s%n",
                        result.name(),
                        result.score(),
                        result.error(),
                        result.unit()))
                .collect(Collectors.joining());
        String verdict = results.stream()
                .filter(result -> result.name().equals(MIX))
                .map(result -> String.format(
                        Locale.ROOT,
                        "The pure rules decide %,.0f commands/s of the mix of a match on one core; the target is %,.0f: %s.%n",
                        result.score(),
                        RULES_TARGET_PER_S,
                        result.score() >= RULES_TARGET_PER_S ? "reached" : "not reached"))
                .collect(Collectors.joining());
        return lines + verdict;
    }

    private static MicroResult result(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        return new MicroResult(
                nameOf(result.getParams()), primary.getScore(), primary.getScoreError(), primary.getScoreUnit());
    }

    private static String nameOf(BenchmarkParams params) {
        String name = params.getBenchmark();
        String method = name.substring(name.lastIndexOf('.') + 1);
        String type = name.substring(0, name.lastIndexOf('.'));
        String parameters = params.getParamsKeys().stream()
                .map(key -> " %s=%s".formatted(key, params.getParam(key)))
                .collect(Collectors.joining());
        return type.substring(type.lastIndexOf('.') + 1).replace(SUFFIX, "") + "." + method + parameters;
    }
}
