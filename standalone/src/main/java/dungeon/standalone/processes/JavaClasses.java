package dungeon.standalone.processes;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Where a process has its classes from.
 *
 * @param path the class path
 * @param archive a file with the classes as the JVM holds them (class data sharing), with which it starts sooner; it need not be
 *     there yet, and {@link Child#archiveClasses} makes it
 */
public record JavaClasses(String path, Optional<Path> archive) {
    /** Our own class path. */
    public static JavaClasses own() {
        return ownAfter(List.of());
    }

    /** Our own class path, behind others: to try what changed classes do. */
    public static JavaClasses ownAfter(List<String> first) {
        List<String> parts = new ArrayList<>(first);
        parts.add(System.getProperty("java.class.path"));
        return new JavaClasses(String.join(File.pathSeparator, parts), Optional.empty());
    }

    /** The same with its folders packed into jars, because a JVM archives no class that comes from a folder. */
    public JavaClasses inJars(Path folder) {
        List<String> parts = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String part : path.split(File.pathSeparator, -1)) {
                Path source = Path.of(part);
                parts.add(
                        Files.isDirectory(source)
                                ? jar(source, folder.resolve(parts.size() + ".jar"))
                                        .toString()
                                : part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack the class path into " + folder, e);
        }
        return new JavaClasses(String.join(File.pathSeparator, parts), archive);
    }

    /** The same with an archive. */
    public JavaClasses withArchive(Path file) {
        return new JavaClasses(path, Optional.of(file));
    }

    private static Path jar(Path source, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(source)) {
            // Folders too: Spring looks for its components in those of the jar.
            for (Path file : (Iterable<Path>) files.filter(file -> !file.equals(source))::iterator) {
                String name = source.relativize(file).toString().replace(File.separatorChar, '/');
                boolean isFolder = Files.isDirectory(file);
                entries.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, entries);
                }
                entries.closeEntry();
            }
        }
        return jar;
    }
}
