package dungeon.benchmarks.measure;

/**
 * How long commands took at one rate, and what they cost.
 *
 * @param p50Ms half of them were answered by then
 * @param p99Ms 99 % of them
 * @param p999Ms 99.9 % of them
 * @param cpuMicros processor time of the application per command, all its threads, in µs
 * @param brokerCpuMicros processor time of the broker per command, in µs
 * @param compilerPercent for how many of a hundred seconds a compiler of the application or of the broker was at work
 */
record Delays(
        double p50Ms, double p99Ms, double p999Ms, double cpuMicros, double brokerCpuMicros, double compilerPercent) {}
