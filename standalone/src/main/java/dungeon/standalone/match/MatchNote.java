package dungeon.standalone.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.players.bots.BotKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Remembers over a kill which match was begun and not finished. */
final class MatchNote {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A match that was begun.
     *
     * @param gameId UUID
     * @param players who plays it
     */
    record Begun(String gameId, List<BotKind> players) {}

    private final Path file;

    MatchNote(Path file) {
        this.file = file;
    }

    Optional<Begun> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Begun.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    void write(Begun match) {
        try {
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(temporary.toFile(), match);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
