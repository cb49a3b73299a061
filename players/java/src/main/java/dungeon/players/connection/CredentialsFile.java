package dungeon.players.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps a player's name and token over restarts of its program, readable for its owner alone. */
public final class CredentialsFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public CredentialsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What it holds; empty if it is not there. */
    public Optional<Credentials> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Credentials.class));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the player in %s; if it is broken, remove it".formatted(file), e);
        }
    }

    /** Says that it could not be written, before there is something to lose. */
    public void requireWritable() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of " + file, e);
        }
        if (!Files.isWritable(file.getParent())) {
            throw new UncheckedIOException(new IOException("Nothing can be written into " + file.getParent()));
        }
    }

    /** Writes it as a whole or not at all, because half a file would lock the player out. */
    public void write(Credentials credentials) {
        try {
            Files.createDirectories(file.getParent());
            // The JDK makes temporary files for their owner alone.
            Path temporary =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            JSON.writeValue(temporary.toFile(), credentials);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the player into " + file, e);
        }
    }
}
