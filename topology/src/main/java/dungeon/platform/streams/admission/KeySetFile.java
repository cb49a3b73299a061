package dungeon.platform.streams.admission;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Public keys in a file, so that a topology that starts while the ingest is away can judge tokens. Without the file, or with one
 * that cannot be read or written, it only has to wait for the ingest.
 */
final class KeySetFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeySetFile.class);

    private final Path file;

    /** @param file where the keys are; null to keep none */
    KeySetFile(Path file) {
        this.file = file;
    }

    List<JWK> read() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return JWKSet.load(file.toFile()).getKeys();
        } catch (IOException | ParseException e) {
            LOG.warn("The keys in {} cannot be read; they are asked for anew", file, e);
            return List.of();
        }
    }

    void write(List<JWK> keys) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, new JWKSet(keys).toString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The keys cannot be kept in {}; after a restart they are asked for anew", file, e);
        }
    }
}
