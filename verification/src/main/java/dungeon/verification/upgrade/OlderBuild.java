package dungeon.verification.upgrade;

import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.processes.JavaClasses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A build of an earlier revision, made by its own script in a folder of its own, once.
 *
 * @param name what it is called
 * @param folder of the whole project
 */
public record OlderBuild(String name, Path folder) {
    private static final String SCHEMAS = "schemas/src/main/avro";
    private static final String CLASS_PATH = "standalone/target/class-path.txt";

    /**
     * A build that is there, or one that is made now, which takes some minutes.
     *
     * @param from a folder in which {@code ./dungeon} has built, or a revision that Git knows
     * @throws CannotStartException if it is neither
     */
    public static OlderBuild of(String from) throws InterruptedException {
        Path folder = Path.of(from);
        if (Files.isDirectory(folder)) {
            if (!Files.exists(folder.resolve(CLASS_PATH))) {
                throw new CannotStartException(
                        "%s has no %s: run ./dungeon --help there, which builds it".formatted(folder, CLASS_PATH));
            }
            return new OlderBuild(from, folder.toAbsolutePath().normalize());
        }
        return ofRevision(git(
                "%s is no folder with a build, and no revision that Git knows in %s".formatted(from, root()),
                "rev-parse",
                "--verify",
                from + "^{commit}"));
    }

    /**
     * The newest revision whose schemas are not today's.
     *
     * @throws CannotStartException where there is no history that goes back so far
     */
    public static String revisionBeforeTheSchemasOfToday() throws InterruptedException {
        String none = "Git knows no revision before the schemas of today in %s; name one, or a folder, with --from"
                .formatted(root());
        String changed = git(none, "log", "-1", "--format=%H", "--", SCHEMAS);
        return git(none, "rev-parse", "--verify", changed + "^1^{commit}");
    }

    /** Its classes, of which those of the project are in folders. */
    public JavaClasses classes() {
        try {
            String classPath = folder.resolve("standalone/target/classes")
                    + File.pathSeparator
                    + Files.readString(folder.resolve(CLASS_PATH)).strip();
            return new JavaClasses(classPath, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class path of " + name, e);
        }
    }

    private static OlderBuild ofRevision(String revision) throws InterruptedException {
        String name = revision.substring(0, 8);
        Path folder = root().resolve("target/older").resolve(name);
        try {
            if (!Files.exists(folder)) {
                unpack(revision, folder);
            }
            // Its own script knows whether it is built, and how that is done.
            run(folder, List.of("./dungeon", "--help"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
        return new OlderBuild(name, folder);
    }

    /** Whole or not at all: what was cut short is nowhere that anybody looks. */
    private static void unpack(String revision, Path folder) throws IOException, InterruptedException {
        Path beside = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "unpacking-");
        Path archive = beside.resolve("revision.tar");
        Path unpacked = Files.createDirectory(beside.resolve("revision"));
        run(root(), List.of("git", "archive", "--format=tar", "-o", archive.toString(), revision));
        run(unpacked, List.of("tar", "-xf", archive.toString()));
        Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(archive);
        Files.delete(beside);
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new CannotStartException(
                    "%s failed in %s: %s".formatted(String.join(" ", command), folder, output.strip()));
        }
    }

    /** What Git says; if it refuses, or is not there, the reason follows what that means. */
    private static String git(String otherwise, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // A refusal is some lines, which fit into the pipe.
            String refusal = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotStartException("%s (%s)".formatted(otherwise, refusal.strip()));
            }
            return output.strip();
        } catch (IOException e) {
            throw new CannotStartException("%s (%s)".formatted(otherwise, e.getMessage()));
        }
    }

    /** The project's folder, from where our classes are: {@code verification/target/classes}. */
    private static Path root() {
        try {
            URI classes = OlderBuild.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(classes).resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
