package dungeon.benchmarks.micro;

/**
 * What a micro benchmark has measured.
 *
 * @param name class and method, such as {@code Rules.mix}; with its parameters, where there are some
 * @param score the mean of the iterations
 * @param error half of the interval in which the mean is with a confidence of 99.9 %; NaN for less than three iterations
 * @param unit of both, such as {@code ops/s}
 */
public record MicroResult(String name, double score, double error, String unit) {}
