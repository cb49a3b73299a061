package dungeon.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The records that cannot be read and that somebody has decided to leave out, by the SHA-256 of their bytes, in a file with one on each line. They are
 * named by what they are and not by where they stand, so that an empty database is filled without deciding it again. The file is read only
 * when something cannot be read, so that it may change at any time.
 */
final class PassedOver {
    private static final String NAME = "dungeon.connect.PassedOver";

    /** What the converter gives in place of such a record; the transformations leave it out. */
    static final SchemaAndValue RECORD =
            new SchemaAndValue(SchemaBuilder.struct().name(NAME).optional().build(), null);

    private static final String COMMENT = "#";

    private final Optional<Path> file;

    /** @param file of hashes; empty if there is none, and it need not exist */
    PassedOver(String file) {
        this.file = Optional.of(file).filter(path -> !path.isBlank()).map(Path::of);
    }

    /** Whether a value with this schema stands for a record that is left out. */
    static boolean isIn(Schema schema) {
        return schema != null && NAME.equals(schema.name());
    }

    /**
     * Whether somebody has decided to leave it out.
     *
     * @throws ConnectException if the file is there and cannot be read
     */
    boolean has(byte[] bytes) {
        if (file.isEmpty()) {
            return false;
        }
        String hash = hashOf(bytes);
        try (Stream<String> lines = Files.lines(file.get())) {
            return lines.map(line -> line.split(COMMENT, 2)[0].strip()).anyMatch(hash::equalsIgnoreCase);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | UncheckedIOException e) {
            throw new ConnectException("%s cannot be read: %s".formatted(file.get(), e), e);
        }
    }

    /** What to do about a record that cannot be read. */
    String advice(byte[] bytes) {
        return file.map(path -> "To leave it out, write the line %s into %s".formatted(hashOf(bytes), path))
                .orElseGet(() -> "To leave it out, name a file with its SHA-256, %s, in %s"
                        .formatted(hashOf(bytes), ConfluentAvroConverter.PASSED_OVER_FILE));
    }

    private static String hashOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
