package dungeon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What an installation takes, from what a unit of each thing was measured to cost. The numbers are those of docs/scaling.md, which says where each comes
 * from; {@link ScalingPageTest} holds the page's table to them.
 *
 * @param players who have registered
 */
record ScalingPlan(int players) {
    static final List<ScalingPlan> SIZES =
            List.of(new ScalingPlan(1_000), new ScalingPlan(100_000), new ScalingPlan(1_000_000));

    // Assumed.
    private static final double PLAYING_AT_PEAK = 0.05;
    private static final double MEAN_TO_PEAK = 1 / 3.0;
    private static final double COMMANDS_PER_S_A_PLAYER = 2;
    private static final double ROBOTS_A_PLAYER = 10;
    private static final double PLAYERS_A_GAME = 4;
    private static final double FEEDS_A_PLAYER = 1.1;
    private static final double CORE_USED = 0.5;
    private static final double COPIES = 3;
    private static final double DAYS_ONLINE = 30;
    private static final double CORE_HOUR_PRICE = 0.04;
    private static final double GB_MONTH_PRICE = 0.10;
    private static final double HOURS_A_MONTH = 730;

    // Measured.
    private static final double TOPOLOGY_US_A_COMMAND = 90;
    private static final double BROKER_US_A_COMMAND = 30;
    private static final double INGEST_US_A_COMMAND = 370;
    private static final double QUERIES_US_AN_EVENT = 650;
    private static final double QUERIES_US_A_DELIVERY = 0.8;
    private static final double EVENTS_A_COMMAND = 1.44;
    private static final double EVENT_AND_CHANGELOG_BYTES_A_COMMAND = 700;
    private static final double EVENT_BYTES_A_COMMAND = 420;
    private static final double COMMAND_BYTES = 800;
    private static final double HISTORY_BYTES_AN_EVENT = 566;
    private static final double HISTORY_ROWS_PER_S = 1_600;
    private static final double HEAP_BYTES_A_ROBOT = 500;
    private static final double FEEDS_AN_INSTANCE = 2_000;

    private record Row(String name, ToDoubleFunction<ScalingPlan> figure, String form) {}

    private static final List<Row> ROWS = List.of(
            new Row("playing at the peak", ScalingPlan::playing, "%,.0f"),
            new Row("commands/s at the peak", ScalingPlan::commandsPerS, "%,.0f"),
            new Row("events/s at the peak", ScalingPlan::eventsPerS, "%,.0f"),
            new Row("feeds", ScalingPlan::feeds, "%,.0f"),
            new Row("events handed out a second", ScalingPlan::deliveriesPerS, "%,.0f"),
            new Row("cores of the topology", plan -> plan.cores(TOPOLOGY_US_A_COMMAND * plan.commandsPerS()), "%,.1f"),
            new Row(
                    "partitions of games: a thread each, and twice as many as threads",
                    ScalingPlan::partitions,
                    "%,.0f"),
            new Row("heap of all robots, with a standby, in GB", ScalingPlan::robotsGb, "%,.2f"),
            new Row(
                    "cores of the brokers, each record three times",
                    plan -> plan.cores(BROKER_US_A_COMMAND * COPIES * plan.commandsPerS()),
                    "%,.1f"),
            new Row("cores of the ingest, a command a request", ScalingPlan::ingestCores, "%,.1f"),
            new Row("cores of the queries, at most", ScalingPlan::queriesCores, "%,.1f"),
            new Row("instances of the queries, by their feeds", ScalingPlan::queriesInstances, "%,.0f"),
            new Row("written to the brokers at the peak, in MB/s", ScalingPlan::writtenMbPerS, "%,.1f"),
            new Row("read by each instance of ingest and queries, in MB/s", ScalingPlan::tailedMbPerS, "%,.1f"),
            new Row("disk of commands, 7 days, all copies, in GB", ScalingPlan::commandsGb, "%,.0f"),
            new Row("disk of events, a month more, all copies, in GB", ScalingPlan::eventsGb, "%,.0f"),
            new Row("rows/s of the history, mean", plan -> plan.eventsPerS() * MEAN_TO_PEAK, "%,.0f"),
            new Row("of what one connector writes, in %", ScalingPlan::historyLoad, "%,.0f"),
            new Row("disk of the history, a month more, in GB", ScalingPlan::historyGb, "%,.0f"),
            new Row("cost of a month, at those prices", ScalingPlan::monthlyCost, "%,.0f"));

    /** The table of the page. */
    static String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| players | 1,000 | 100,000 | 1,000,000 |");
        lines.add("|---|---|---|---|");
        for (Row row : ROWS) {
            List<String> cells = SIZES.stream()
                    .map(plan ->
                            String.format(Locale.ROOT, row.form(), row.figure().applyAsDouble(plan)))
                    .toList();
            lines.add("| %s | %s |".formatted(row.name(), String.join(" | ", cells)));
        }
        return String.join("\n", lines) + "\n";
    }

    private double playing() {
        return players * PLAYING_AT_PEAK;
    }

    private double commandsPerS() {
        return playing() * COMMANDS_PER_S_A_PLAYER;
    }

    private double eventsPerS() {
        return commandsPerS() * EVENTS_A_COMMAND;
    }

    private double feeds() {
        return playing() * FEEDS_A_PLAYER;
    }

    private double deliveriesPerS() {
        return feeds() * PLAYERS_A_GAME * COMMANDS_PER_S_A_PLAYER * EVENTS_A_COMMAND;
    }

    private double cores(double microsPerS) {
        return microsPerS / 1e6 / CORE_USED;
    }

    private double partitions() {
        return Math.max(12, 12 * Math.ceil(2 * cores(TOPOLOGY_US_A_COMMAND * commandsPerS()) / 12));
    }

    private double robotsGb() {
        return playing() * ROBOTS_A_PLAYER * HEAP_BYTES_A_ROBOT * 2 / 1e9;
    }

    private double ingestCores() {
        return cores(INGEST_US_A_COMMAND * commandsPerS());
    }

    private double queriesCores() {
        return cores(QUERIES_US_AN_EVENT * eventsPerS() + QUERIES_US_A_DELIVERY * deliveriesPerS());
    }

    private double queriesInstances() {
        return Math.max(2, Math.ceil(feeds() / FEEDS_AN_INSTANCE) + 1);
    }

    private double writtenMbPerS() {
        return commandsPerS() * (COMMAND_BYTES + EVENT_AND_CHANGELOG_BYTES_A_COMMAND) * COPIES / 1e6;
    }

    private double tailedMbPerS() {
        return commandsPerS() * EVENT_BYTES_A_COMMAND / 1e6;
    }

    private double meanCommandsOfDays(double days) {
        return commandsPerS() * MEAN_TO_PEAK * 86_400 * days;
    }

    private double commandsGb() {
        return meanCommandsOfDays(7) * COMMAND_BYTES * COPIES / 1e9;
    }

    private double eventsGb() {
        return meanCommandsOfDays(DAYS_ONLINE) * EVENT_BYTES_A_COMMAND * COPIES / 1e9;
    }

    private double historyLoad() {
        return 100 * eventsPerS() * MEAN_TO_PEAK / HISTORY_ROWS_PER_S;
    }

    private double historyGb() {
        return meanCommandsOfDays(DAYS_ONLINE) * EVENTS_A_COMMAND * HISTORY_BYTES_AN_EVENT * 2 / 1e9;
    }

    private double monthlyCost() {
        double cores = cores((TOPOLOGY_US_A_COMMAND + BROKER_US_A_COMMAND * COPIES) * commandsPerS())
                + ingestCores()
                + queriesCores();
        // What is there in any case: three brokers, two of each service, two databases with a standby, half a core
        // each.
        double least = (3 + 2 * 6 + 2 * 2) / 2.0;
        double gb = commandsGb() + eventsGb() + historyGb();
        return Math.max(cores, least) * HOURS_A_MONTH * CORE_HOUR_PRICE + gb * GB_MONTH_PRICE;
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        System.out.print(table());
    }
}
