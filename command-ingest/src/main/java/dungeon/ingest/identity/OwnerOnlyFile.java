package dungeon.ingest.identity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the ingest keeps on disk, secrets among it: written as a whole or not at all, and readable by its owner only. */
public final class OwnerOnlyFile {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnlyFile.class);

    private OwnerOnlyFile() {}

    /** Writes a file, in the place of one that may be there. */
    public static void write(Path file, String content) throws IOException {
        Path temporary = writeBeside(file, content);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a file unless there is one; of several who do so at the same moment, one wins. */
    public static void createIfAbsent(Path file, String content) throws IOException {
        Path temporary = writeBeside(file, content);
        try {
            link(file, temporary);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another process made {} first", file, e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A link, unlike a move, never takes the place of a file. */
    private static void link(Path file, Path temporary) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("{} cannot be linked", temporary, e);
            // Not every file system has links. A move looks for the file first, and leaves others a far shorter moment.
            Files.move(temporary, file);
        }
    }

    private static Path writeBeside(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, permissions("rwx------"));
        // Another process may do the same at this moment, so the name is nobody else's.
        Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".new", permissions("rw-------"));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            // The name may only point at content that a power cut cannot take back.
            channel.force(true);
        }
        return temporary;
    }

    private static FileAttribute<?>[] permissions(String text) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
