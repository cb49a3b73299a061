package dungeon.verification.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many lines the parts of a cluster have logged. */
final class LogVolume {
    private LogVolume() {}

    /** By part, such as {@code topology-1}. */
    static Map<String, Long> linesByPart(Path data) {
        Map<String, Long> lines = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data, 3)) {
            files.filter(file -> file.getParent().endsWith("logs") && !file.startsWith(data.resolve("logs")))
                    .filter(Files::isRegularFile)
                    .forEach(
                            file -> lines.merge(data.relativize(file).getName(0).toString(), lines(file), Long::sum));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the logs in " + data, e);
        }
        return lines;
    }

    private static long lines(Path file) {
        // What a sender has written into a line may be no text.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
