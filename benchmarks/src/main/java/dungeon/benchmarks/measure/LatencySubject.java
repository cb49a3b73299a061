package dungeon.benchmarks.measure;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.load.CommandWriter;
import dungeon.benchmarks.load.Crowd;
import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.processes.Child;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * An application whose latency is measured: the topology or the pass-through. Each has a crowd to itself, and both crowds send the
 * same commands in the same order. While one is measured the other does not run, and it begins afterwards where the
 * commands end then: so neither finds a backlog, and the topology sees no game twice.
 */
final class LatencySubject implements AutoCloseable {
    private static final Duration BACKLOG_MAXIMUM = Duration.ofMinutes(5);
    private static final Duration START_MAXIMUM = Duration.ofMinutes(2);
    private static final Duration ANSWERS_MAXIMUM = Duration.ofSeconds(60);
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(2);

    private final String name;
    private final Crowd crowd;
    private final int games;
    private final CommandWriter writer;
    private final Child broker;
    private final Supplier<Child> launcher;
    private final GroupMeter meter;
    private final Answers answers;
    private Child process;

    private LatencySubject(
            String name,
            String group,
            Crowd crowd,
            int games,
            BenchHost host,
            CommandWriter writer,
            Supplier<Child> launcher,
            Answers answers) {
        this.name = name;
        this.crowd = crowd;
        this.games = games;
        this.writer = writer;
        this.launcher = launcher;
        this.answers = answers;
        broker = host.broker();
        meter = new GroupMeter(host.clientConfig(), group);
    }

    /** The topology, whose answers are events. */
    static LatencySubject topology(BenchHost host, CommandWriter writer, Crowd crowd, int games, int threads) {
        return new LatencySubject(
                "topology",
                Throughput.TOPOLOGY,
                crowd,
                games,
                host,
                writer,
                () -> host.startTopology(threads),
                Answers.on(
                        host.clientConfig(), Topics.EVENTS.name(), new EventHead(Event.getClassSchema())::commandId));
    }

    /** The pass-through, whose answers are the commands themselves. */
    static LatencySubject passThrough(BenchHost host, CommandWriter writer, Crowd crowd, int games, int threads) {
        return new LatencySubject(
                "pass-through",
                Throughput.PASS_THROUGH,
                crowd,
                games,
                host,
                writer,
                () -> host.startPassThrough(Throughput.PASS_THROUGH, threads),
                Answers.on(host.clientConfig(), BenchHost.PASS_THROUGH_TOPIC, new CommandHead()::commandId));
    }

    String name() {
        return name;
    }

    /** Starts it for the first time; returns when the opening of its games is decided. */
    void open() throws InterruptedException {
        meter.skip(meter.ends(), START_MAXIMUM);
        crowd.open(writer);
        process = launcher.get();
        meter.await(meter.ends(), BACKLOG_MAXIMUM);
    }

    /** Starts it anew; returns when it has answered one command of each game, so that all partitions are served. */
    void start() throws InterruptedException {
        meter.skip(meter.ends(), START_MAXIMUM);
        process = launcher.get();
        for (int game = 0; game < games; game++) {
            Sent next = crowd.next();
            answers.expect(next.command().getCommandId(), System.nanoTime());
            writer.send(next);
        }
        writer.flush();
        answers.await(START_MAXIMUM);
    }

    void stop() throws InterruptedException {
        process.terminate();
    }

    /** Lets it decide so many commands, as fast as it can. */
    void decide(int commands) throws InterruptedException {
        for (int i = 0; i < commands; i++) {
            writer.send(crowd.next());
        }
        writer.flush();
        meter.await(meter.ends(), BACKLOG_MAXIMUM);
    }

    /**
     * Sends commands at a rate until the compilers rest, for so long at most: what is compiled depends on time and cores as well, and
     * not only on how often it ran.
     */
    void letCompile(int perSecond, Duration atMost) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + atMost.toNanos();
        Delays step;
        do {
            step = at(perSecond, WARM_UP_STEP);
        } while (step.compilerPercent() > CompilerTime.REST_PERCENT && System.nanoTime() < deadlineNanos);
    }

    /** Sends commands at a rate for some time, and looks at nothing. */
    void leadIn(int perSecond, Duration time) throws InterruptedException {
        send(ahead(perSecond, time), perSecond);
        answers.await(ANSWERS_MAXIMUM);
    }

    /** Sends commands at a rate for some time, whatever comes back, and waits for the last answer. */
    Delays at(int perSecond, Duration time) throws InterruptedException {
        List<Sent> ahead = ahead(perSecond, time);
        int commands = ahead.size();
        ConcurrentHistogram delaysUs = answers.recordAnew();
        double compilerS = compilerSeconds();
        long startNanos = System.nanoTime();
        long cpuNanos = ProcessTime.nanos(process);
        long brokerCpuNanos = ProcessTime.nanos(broker);
        send(ahead, perSecond);
        answers.await(ANSWERS_MAXIMUM);
        cpuNanos = ProcessTime.nanos(process) - cpuNanos;
        brokerCpuNanos = ProcessTime.nanos(broker) - brokerCpuNanos;
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        compilerS = compilerSeconds() - compilerS;
        if (delaysUs.getTotalCount() != commands) {
            throw new IllegalStateException(
                    "%d of %d commands were answered by the %s".formatted(delaysUs.getTotalCount(), commands, name));
        }
        return new Delays(
                delaysUs.getValueAtPercentile(50) / 1e3,
                delaysUs.getValueAtPercentile(99) / 1e3,
                delaysUs.getValueAtPercentile(99.9) / 1e3,
                cpuNanos / 1e3 / commands,
                brokerCpuNanos / 1e3 / commands,
                100 * compilerS / seconds);
    }

    private double compilerSeconds() throws InterruptedException {
        return CompilerTime.seconds(process) + CompilerTime.seconds(broker);
    }

    /** Decided ahead: the rules that the load generator asks would take time from the system that is measured. */
    private List<Sent> ahead(int perSecond, Duration time) {
        int commands = Math.toIntExact(perSecond * time.toMillis() / 1_000);
        List<Sent> ahead = new ArrayList<>(commands);
        for (int i = 0; i < commands; i++) {
            ahead.add(crowd.next());
        }
        return ahead;
    }

    private void send(List<Sent> commands, int perSecond) {
        SteadyRate.forEach(commands, perSecond, (next, dueNanos) -> {
            answers.expect(next.command().getCommandId(), dueNanos);
            writer.send(next);
        });
        writer.flush();
    }

    @Override
    public void close() {
        answers.close();
        meter.close();
    }
}
