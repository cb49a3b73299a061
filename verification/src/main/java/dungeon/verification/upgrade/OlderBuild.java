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
        String revision = git("rev-parse", "--verify", "--quiet", from + "^{commit}")
                .orElseThrow(() -> new CannotStartException(
                        "%s is no folder with a build, and no revision that Git knows in %s".formatted(from, root())));
        return ofRevision(revision);
    }

    /** The newest build whose schemas are not today's; empty where there is no history that goes back so far. */
    public static Optional<OlderBuild> beforeTheSchemasOfToday() throws InterruptedException {
        Optional<String> changed =
                git("log", "-1", "--format=%H", "--", SCHEMAS).filter(found -> !found.isEmpty());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> before = git("rev-parse", "--verify", "--quiet", changed.get() + "^1^{commit}");
        return before.isEmpty() ? Optional.empty() : Optional.of(ofRevision(before.get()));
    }

    /** This build, as if it were another one. */
    public static OlderBuild same() {
        return new OlderBuild("this build", root());
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
            if (!Files.exists(folder.resolve("dungeon"))) {
                Path archive = Files.createDirectories(folder).resolveSibling(name + ".tar");
                run(root(), List.of("git", "archive", "--format=tar", "-o", archive.toString(), revision));
                run(folder, List.of("tar", "-xf", archive.toString()));
                Files.delete(archive);
            }
            // Its own script knows whether it is built, and how that is done.
            run(folder, List.of("./dungeon", "--help"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
        return new OlderBuild(name, folder);
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

    /** What Git says; empty if it refuses, or is not there. */
    private static Optional<String> git(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
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
