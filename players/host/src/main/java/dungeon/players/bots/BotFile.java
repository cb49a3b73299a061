package dungeon.players.bots;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A list of bots in a file. */
final class BotFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BotFile() {}

    /** The bots in a file; none if there is no such file. */
    static List<BotIdentity> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<List<BotIdentity>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bots in " + file, e);
        }
    }

    static void write(Path file, List<BotIdentity> bots) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(temporary.toFile(), bots);
            // Half a file would lock the bots out of their game.
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the bots into " + file, e);
        }
    }
}
