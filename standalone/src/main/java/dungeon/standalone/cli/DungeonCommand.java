package dungeon.standalone.cli;

import dungeon.players.StrategySource;
import dungeon.schemas.topics.GamesTopics;
import dungeon.standalone.machine.CannotStartException;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * {@code ./dungeon}, of which the script does the building and the tests. The commands of {@code verification/} and
 * {@code benchmarks/} are run with class paths of their own, so here they are only named.
 */
@Command(
        name = "dungeon",
        description = "The Microservice Dungeon on one machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PlayCommand.class, UpCommand.class, TournamentCommand.class, MapCommand.class, ResetCommand.class
        },
        footer = {
            "",
            "  export         Writes the events of a game, or of all, into a Parquet file.",
            "  simulate       Plays random games in virtual time, and checks each for all that must always hold.",
            "  audit          Examines games of the log: do their events follow from their commands?",
            "  chaos          Breaks a cluster of processes in many ways, and checks that every promise is kept.",
            "  siege          Lets hostile players come, and checks that honest ones notice little.",
            "  fuzz           Sends hostile input, and checks that each case comes to what it should.",
            "  trial          Plays a match on an installation that is up, breaks it, and checks that every promise is kept.",
            "  upgrade        Replaces an older build by this one and back, one instance after the other, while games are played.",
            "  bench          Measures the system on this machine.",
            "  test           Runs the tests, with --slow those that take minutes too; with --long alone those that take longer.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        })
public final class DungeonCommand {
    private static final int FAILED = 1;

    // Picocli looks at the option itself.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "says what there is to choose from")
    private boolean help;

    private DungeonCommand() {}

    /**
     * Runs a command and gives the exit code.
     *
     * @param further commands beside those of the one-machine mode, or in the place of one of the same name
     */
    public static int run(String[] args, Object... further) {
        try {
            // Before the topics, which are made of it, are named for the first time.
            GamesTopics unused = GamesTopics.ofProcess();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine(further).execute(args);
    }

    static CommandLine commandLine(Object... further) {
        CommandLine commandLine = new CommandLine(new DungeonCommand());
        for (Object command : further) {
            CommandLine more = new CommandLine(command);
            commandLine.getCommandSpec().removeSubcommand(more.getCommandName());
            commandLine.addSubcommand(more);
        }
        return commandLine
                .setExecutionExceptionHandler(DungeonCommand::explain)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(StrategySource.class, new StrategyConverter());
    }

    /** One sentence for what the user can clear away; the rest is in the log. */
    private static int explain(Exception e, CommandLine command, ParseResult result) {
        // Commands that start nothing have no log but the terminal.
        String logs = System.getProperty("dungeon.logs");
        String details = logs == null ? "the details follow" : "the details are in %s/dungeon.log".formatted(logs);
        String message = e instanceof CannotStartException
                ? e.getMessage()
                : "It failed: %s; %s".formatted(e.getMessage(), details);
        command.getErr().println(message);
        if (!(e instanceof CannotStartException)) {
            LoggerFactory.getLogger(DungeonCommand.class).error("The command failed", e);
        }
        return FAILED;
    }
}
