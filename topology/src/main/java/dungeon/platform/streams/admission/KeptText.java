package dungeon.platform.streams.admission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ingest has said, in a file, so that tokens can be judged by whoever starts while the ingest is away. Without the file, or
 * with one that cannot be read or written, it only has to be waited for.
 */
final class KeptText {
    private static final Logger LOG = LoggerFactory.getLogger(KeptText.class);

    private final Path file;

    /** @param file where it is; null to keep nothing */
    KeptText(Path file) {
        this.file = file;
    }

    Optional<String> read() {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            LOG.warn("{} cannot be read; it is asked for anew", file, e);
            return Optional.empty();
        }
    }

    void write(String text) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; after a restart it is asked for anew", file, e);
        }
    }

    /** Says that the file is not what it should be. */
    void complain(Exception cause) {
        LOG.warn("{} is not what was written; it is asked for anew", file, cause);
    }
}
