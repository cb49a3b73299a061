package dungeon.standalone.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder with all data of one machine. While it is open, no other process can open it. It says in a file which
 * format its contents have, so that a build never works on data that it does not understand.
 */
public final class DataFolder implements AutoCloseable {
    /** Raised whenever a build cannot go on with the data of the one before. */
    static final int FORMAT = 5;

    private static final String FORMAT_FILE = "format";
    private static final String LOCK_FILE = "lock";

    private final Path path;
    private final FileChannel lockChannel;

    private DataFolder(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /**
     * Opens the folder, and makes it if it is missing.
     *
     * @throws CannotStartException if another process has it open, if it is not one of ours or of another format, or if
     *     it cannot be written
     */
    public static DataFolder open(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                createForOwnerOnly(path);
            }
            requireOurs(path);
            DataFolder folder = lock(path);
            try {
                folder.writeFormatIfNew();
            } catch (IOException e) {
                folder.close();
                throw e;
            }
            return folder;
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    /**
     * Removes the folder with everything in it.
     *
     * @return whether there was one
     * @throws CannotStartException if a process has it open, or if it is not one of ours
     */
    public static boolean remove(Path path) {
        if (!Files.exists(path)) {
            return false;
        }
        try {
            if (!Files.isDirectory(path) || !(isEmpty(path) || Files.exists(path.resolve(FORMAT_FILE)))) {
                throw notOurs(path);
            }
            try (DataFolder folder = lock(path)) {
                // The mark goes last, so that a removal that was cut short can be repeated.
                removeContents(folder.path);
            }
            Files.deleteIfExists(path.resolve(FORMAT_FILE));
            Files.deleteIfExists(path.resolve(LOCK_FILE));
            Files.delete(path);
            return true;
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    /** A place inside the folder. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot release " + path, e);
        }
    }

    /** Tokens are in it, and with one somebody else would be an administrator. */
    private static void createForOwnerOnly(Path path) throws IOException {
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void requireOurs(Path path) throws IOException {
        Path formatFile = path.resolve(FORMAT_FILE);
        if (!Files.exists(formatFile)) {
            if (!isEmpty(path)) {
                throw notOurs(path);
            }
            return;
        }
        String format = Files.readString(formatFile).trim();
        if (!format.equals(String.valueOf(FORMAT))) {
            throw new CannotStartException(
                    "%s was written by another build (format %s, this build has %d); remove it with: ./dungeon reset"
                            .formatted(path, format, FORMAT));
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file -> file.endsWith(LOCK_FILE));
        }
    }

    private static DataFolder lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            String owner = Files.readString(path.resolve(LOCK_FILE)).trim();
            channel.close();
            throw new CannotStartException(
                    "Another dungeon is running on %s (process %s); stop it first, or choose another folder with --data"
                            .formatted(path, owner));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new DataFolder(path, channel);
    }

    private void writeFormatIfNew() throws IOException {
        Path formatFile = path.resolve(FORMAT_FILE);
        if (!Files.exists(formatFile)) {
            Path temporary = Files.createTempFile(path, FORMAT_FILE, null);
            Files.writeString(temporary, FORMAT + "\n");
            Files.move(temporary, formatFile, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void removeContents(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(folder.resolve(FORMAT_FILE)) && !file.equals(folder.resolve(LOCK_FILE))) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                if (!visited.equals(folder)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static CannotStartException notOurs(Path path) {
        return new CannotStartException(
                "%s is not a data folder of the dungeon, and is left alone; choose another one with --data"
                        .formatted(path));
    }

    private static CannotStartException cannotWrite(Path path, IOException cause) {
        String reason = cause.toString();
        if (cause instanceof AccessDeniedException denied) {
            reason = "permission denied on " + denied.getFile();
        } else if (cause instanceof FileAlreadyExistsException exists) {
            reason = exists.getFile() + " is a file";
        }
        return new CannotStartException("Cannot write the data folder %s: %s".formatted(path, reason), cause);
    }
}
