package dungeon.standalone.cli;

import dungeon.platform.core.Chance;
import dungeon.standalone.maps.MapReport;
import dungeon.standalone.maps.MapSource;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a map type before a game is made from it. */
@Command(
        name = "map",
        description = "Draws a map type as a game with this seed would have it, or says what is wrong with it.")
final class MapCommand implements Callable<Integer> {
    private static final int FAULTY = 1;
    private static final int SEED_DIGITS = 2 * Chance.SEED_BYTES;

    @Parameters(
            paramLabel = "<file|name>",
            description = "a file with a map type in JSON, or a map that comes with the dungeon")
    private String map;

    @Option(
            names = "--seed",
            paramLabel = "HEX",
            description = "the game's seed, up to 64 hex digits; a shorter one gets zeros in front (default: zeros)")
    private String seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ByteBuffer bytes = seed();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String note = seed == null ? ", the default; --seed gives another map" : "";
        // Picocli knows a terminal when it sees one, and follows NO_COLOR.
        boolean sound = MapReport.print(MapSource.of(map), bytes, note, Ansi.AUTO.enabled(), out, err);
        return sound ? 0 : FAULTY;
    }

    private ByteBuffer seed() {
        String digits = seed == null ? "" : seed;
        if (!digits.matches("[0-9a-fA-F]{0,%d}".formatted(SEED_DIGITS))) {
            throw new ParameterException(
                    spec.commandLine(), "--seed must be up to %d hex digits, and is '%s'".formatted(SEED_DIGITS, seed));
        }
        return ByteBuffer.wrap(HexFormat.of().parseHex("0".repeat(SEED_DIGITS - digits.length()) + digits));
    }
}
