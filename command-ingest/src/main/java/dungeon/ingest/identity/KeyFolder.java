package dungeon.ingest.identity;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files with the keys, one for each, in the data folder: {@code signing-key.jwk.json}, and {@code signing-key.<id>.jwk.json} for those
 * that came later. Instances that stand for each other share the folder. In a cluster it can be a mounted secret that nobody here
 * can write: then whoever keeps the secret adds and removes the files, and everything else is the same.
 */
final class KeyFolder {
    /** The first key of all. */
    static final String FIRST = "signing-key.jwk.json";

    private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);
    private static final String FILES = "signing-key*.jwk.json";
    private static final String OTHER = "signing-key.%s.jwk.json";

    /** What tells whether a file is still the one that was read; {@code modified} is in ms since 1970. */
    record Stamp(long modified, long size) {}

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** All files with keys, as they are now. */
    Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
            for (Path file : files) {
                try {
                    stamps.put(file, new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
                } catch (NoSuchFileException e) {
                    LOG.debug("Another instance has just removed {}", file, e);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Map.of();
        }
        return stamps;
    }

    /**
     * The keys of some files, without those that have gone meanwhile.
     *
     * @throws IllegalStateException if a file is no key; none is ever replaced, because all of its tokens would become void
     */
    List<SigningKey> read(Iterable<Path> files) throws IOException {
        List<SigningKey> keys = new ArrayList<>();
        for (Path file : files) {
            try {
                keys.add(SigningKey.parse(Files.readString(file)));
            } catch (NoSuchFileException e) {
                LOG.debug("Another instance has just removed {}", file, e);
            } catch (ParseException e) {
                // Without the cause: what a parser says of a file with a secret can hold a part of it.
                throw new IllegalStateException(
                        "%s is no private RSA key; put the right file back, or remove it to void all tokens that it has signed"
                                .formatted(file));
            }
        }
        return keys;
    }

    /** Writes the first key of all, unless another instance is quicker. */
    void addFirst(SigningKey key) throws IOException {
        OwnerOnlyFile.createIfAbsent(folder.resolve(FIRST), key.toJson());
    }

    void add(SigningKey key) throws IOException {
        OwnerOnlyFile.write(folder.resolve(OTHER.formatted(key.keyId())), key.toJson());
    }

    void remove(SigningKey key) throws IOException {
        for (Path file : stamps().keySet()) {
            if (read(List.of(file)).stream().anyMatch(other -> other.keyId().equals(key.keyId()))) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
