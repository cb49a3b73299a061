package dungeon.history.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a local PostgreSQL has on the disk.
 *
 * @param folder nobody else works in it, or can look into it
 */
record PostgresFiles(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresFiles.class);

    /** The library marks a folder with it when all of PostgreSQL is unpacked there. */
    private static final String UNPACKED = ".exists";

    Path binaries() {
        return folder.resolve("binaries");
    }

    Path data() {
        return folder.resolve("data");
    }

    private Path complete() {
        return folder.resolve("complete");
    }

    /** The data was made to the end; until then nothing is in it that could be lost. */
    void markComplete() throws IOException {
        if (!Files.exists(complete())) {
            Files.createFile(complete());
        }
    }

    /** Unpacking or making a database that was interrupted would break every later start. */
    void removeWhatIsHalfDone() throws IOException {
        if (Files.isDirectory(binaries())) {
            List<Path> broken;
            try (Stream<Path> folders = Files.list(binaries())) {
                broken = folders.filter(Files::isDirectory)
                        .filter(candidate -> !Files.exists(candidate.resolve(UNPACKED)))
                        .toList();
            }
            for (Path half : broken) {
                LOG.warn("{} was unpacked in part only, and is unpacked again", half);
                remove(half);
            }
        }
        if (Files.exists(data()) && !Files.exists(complete())) {
            LOG.warn("{} was made in part only, and is made again", data());
            remove(data());
        }
    }

    /** For the time of a start, the superuser's, for the program that makes the data. */
    Path writePassword(String password) throws IOException {
        return Files.writeString(folder.resolve("password"), password);
    }

    /** The PostgreSQL that works in the folder, if any does; another process that got the number of a dead one is none. */
    Optional<ProcessHandle> running() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Path ours = binaries().toRealPath();
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(Path::of)
                        .filter(command -> command.startsWith(ours))
                        .isPresent());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
