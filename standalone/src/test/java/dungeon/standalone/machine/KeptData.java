package dungeon.standalone.machine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** The data folder that an earlier build has left, in an archive among the tests' resources. */
final class KeptData {
    /** As {@link WriteKeptData} writes it. */
    static final Path ARCHIVE = Path.of("src/test/resources/kept-data.tar.gz");

    /** What the folder had in it when it was left, in words of the platform's answers. */
    static final String EXPECTED = "expected.json";

    /** Who opens the folder makes these anew; RocksDB's own log names folders of the machine. */
    private static final Set<String> LEFT_OUT = Set.of("logs", "lock", "LOG");

    private KeptData() {}

    static void write(Path folder, Path archive) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(file))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path path : contents(folder)) {
                TarArchiveEntry entry =
                        new TarArchiveEntry(path, folder.relativize(path).toString());
                // Nothing of whoever wrote it.
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                if (Files.isRegularFile(path)) {
                    Files.copy(path, tar);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    static void read(Path archive, Path folder) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = entry.resolveIn(folder);
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                }
            }
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder) && !isLeftOut(folder.relativize(path)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isLeftOut(Path path) {
        return LEFT_OUT.contains(path.getName(0).toString())
                || LEFT_OUT.contains(path.getFileName().toString());
    }
}
