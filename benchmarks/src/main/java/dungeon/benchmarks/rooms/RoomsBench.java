package dungeon.benchmarks.rooms;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.measure.Answers;
import dungeon.benchmarks.measure.CompilerTime;
import dungeon.benchmarks.measure.EventHead;
import dungeon.benchmarks.measure.Figure;
import dungeon.benchmarks.measure.GroupMeter;
import dungeon.benchmarks.measure.ProcessMemory;
import dungeon.benchmarks.measure.ProcessTime;
import dungeon.benchmarks.measure.SteadyRate;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.processes.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Five thousand rooms of tic-tac-toe in which is played at the same time: how fast they are decided, and what that takes. */
public final class RoomsBench {
    private static final String PART = "rooms";
    private static final String GROUP = "dungeon-tictactoe";
    private static final int ROOMS = 5_000;
    private static final int PLAYERS = 200;

    /** A move of each room every two seconds. */
    private static final int ORDERS_PER_S = 2_500;

    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(2);
    private static final Duration WARM_UP_MAXIMUM = Duration.ofSeconds(30);
    private static final int WARM_UP = 200_000;
    private static final int AT_ONCE = 200_000;
    private static final Duration BACKLOG_MAXIMUM = Duration.ofMinutes(5);
    private static final Duration ANSWERS_MAXIMUM = Duration.ofSeconds(60);
    private static final double P50 = 50;
    private static final double P99 = 99;

    private final Path folder;
    private final Optional<Path> recordings;
    private final int rounds;

    /**
     * @param folder for the data; new
     * @param recordings for flight recordings of the processes; none are made if it is empty
     * @param rounds how often it is measured, each time on a new installation
     */
    public RoomsBench(Path folder, Optional<Path> recordings, int rounds) {
        this.folder = folder;
        this.recordings = recordings;
        this.rounds = rounds;
    }

    public List<Figure> measure(Consumer<String> progress) throws InterruptedException {
        List<BenchPlayer> players = BenchPlayer.several(PLAYERS);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            try (BenchHost host = new BenchHost(folder.resolve("%s-%d".formatted(PART, round)), recordings, players);
                    RoomWriter writer = new RoomWriter(host, players);
                    GroupMeter meter =
                            new GroupMeter(host.clientConfig(), GROUP, List.of(Topics.TICTACTOE_COMMANDS.name()));
                    Answers answers = Answers.on(
                            host.clientConfig(),
                            Topics.TICTACTOE_EVENTS.name(),
                            new EventHead(TicTacToeEvent.getClassSchema())::commandId)) {
                Child topology = host.startTopology("tictactoe", 1, Map.of("contexts", "tictactoe"));
                new Round(writer, meter, answers, topology, host.broker(), players)
                        .measure()
                        .forEach((name, value) -> values.computeIfAbsent(name, first -> new ArrayList<>())
                                .add(value));
                progress.accept("Measured round " + round);
            }
        }
        return values.entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Figure figure(String name, List<Double> values) {
        int unit = name.lastIndexOf(", ");
        return Figure.of(
                PART, "%,d rooms, %s".formatted(ROOMS, name.substring(0, unit)), name.substring(unit + 2), values);
    }

    /** One installation. */
    private static final class Round {
        private final RoomWriter writer;
        private final GroupMeter meter;
        private final Answers answers;
        private final Child topology;
        private final Child broker;
        private final List<RoomScript> rooms;
        private int turn;

        Round(
                RoomWriter writer,
                GroupMeter meter,
                Answers answers,
                Child topology,
                Child broker,
                List<BenchPlayer> players) {
            this.writer = writer;
            this.meter = meter;
            this.answers = answers;
            this.topology = topology;
            this.broker = broker;
            this.rooms = IntStream.range(0, ROOMS)
                    .mapToObj(room -> new RoomScript(
                            room, players.get(room % PLAYERS), players.get((room + 1 + room / PLAYERS) % PLAYERS)))
                    .toList();
        }

        Map<String, Double> measure() throws InterruptedException {
            rooms.forEach(room -> writer.send(room.opening()));
            writer.flush();
            decideAtOnce(WARM_UP);
            letCompile();
            Histogram delaysUs = answers.recordAnew();
            long cpuNanos = ProcessTime.nanos(topology);
            int orders = steadily(MEASURED);
            cpuNanos = ProcessTime.nanos(topology) - cpuNanos;
            String steady = "%,d orders/s: ".formatted(ORDERS_PER_S);
            Map<String, Double> measured = new LinkedHashMap<>();
            measured.put(steady + "from order to committed event, p50, ms", delaysUs.getValueAtPercentile(P50) / 1e3);
            measured.put(steady + "from order to committed event, p99, ms", delaysUs.getValueAtPercentile(P99) / 1e3);
            measured.put(steady + "processor time of an order, µs", cpuNanos / 1e3 / orders);
            measured.put("as fast as it goes: orders decided, 1/s", decideAtOnce(AT_ONCE));
            ProcessMemory memory = ProcessMemory.of(topology);
            measured.put("heap of the topology, MB", memory.heapMegabytes());
            measured.put("memory of the topology, MB", memory.residentMegabytes());
            return measured;
        }

        /** Sends orders at the rate that is measured until the compilers rest, for so long at most. */
        private void letCompile() throws InterruptedException {
            long deadlineNanos = System.nanoTime() + WARM_UP_MAXIMUM.toNanos();
            double compilersPercent;
            do {
                double compilersS = CompilerTime.seconds(topology) + CompilerTime.seconds(broker);
                long startNanos = System.nanoTime();
                steadily(WARM_UP_STEP);
                compilersS = CompilerTime.seconds(topology) + CompilerTime.seconds(broker) - compilersS;
                compilersPercent = compilersS * 1e11 / (System.nanoTime() - startNanos);
            } while (compilersPercent > CompilerTime.REST_PERCENT && System.nanoTime() < deadlineNanos);
        }

        /** Sends orders at a rate, whatever comes back, and waits for the last answer; gives how many. */
        private int steadily(Duration time) throws InterruptedException {
            List<RoomOrder> orders = next(Math.toIntExact(ORDERS_PER_S * time.toSeconds()));
            SteadyRate.forEach(orders, ORDERS_PER_S, (order, dueNanos) -> {
                answers.expect(order.commandId(), dueNanos);
                writer.send(order);
            });
            writer.flush();
            answers.await(ANSWERS_MAXIMUM);
            return orders.size();
        }

        /** Sends orders as fast as they are taken; gives how many a second are decided. */
        private double decideAtOnce(int count) throws InterruptedException {
            List<RoomOrder> orders = next(count);
            long startNanos = System.nanoTime();
            orders.forEach(writer::send);
            writer.flush();
            meter.await(meter.ends(), BACKLOG_MAXIMUM);
            return count * 1e9 / (System.nanoTime() - startNanos);
        }

        /** The next orders, of each room in turn. */
        private List<RoomOrder> next(int count) {
            List<RoomOrder> orders = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                turn = (turn + 1) % ROOMS;
                orders.add(rooms.get(turn).next());
            }
            return orders;
        }
    }
}
