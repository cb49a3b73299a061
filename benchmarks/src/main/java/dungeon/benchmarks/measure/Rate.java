package dungeon.benchmarks.measure;

/**
 * How fast commands went through, and what they took.
 *
 * @param perSecond commands
 * @param cpuMicros processor time of the application per command, all its threads, in µs
 * @param brokerCpuMicros processor time of the broker per command, in µs
 */
record Rate(double perSecond, double cpuMicros, double brokerCpuMicros) {}
