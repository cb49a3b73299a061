package dungeon.history.local;

import dungeon.standalone.launcher.ParentBoundMain;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the build has put what a worker needs. */
record WorkerFiles(Path connectors) {
    /** Beside our own classes, which lie in {@code connectors/history/target/classes}. */
    static WorkerFiles ofThisBuild() {
        return new WorkerFiles(classesOf(WorkerFiles.class).resolve("../../..").normalize());
    }

    /** The folder or jar that a class came from. */
    private static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where the classes are", e);
        }
    }

    /** Kafka Connect and what it needs, behind the classes that let it end with this process. */
    String classPath() throws IOException {
        return classesOf(ParentBoundMain.class)
                + File.pathSeparator
                + Files.readString(connectors.resolve("worker/target/class-path.txt"))
                        .strip();
    }

    /** Folders with a plugin in each folder of theirs. */
    List<Path> plugins() {
        return List.of(connectors.resolve("worker/target/plugins"), connectors.resolve("plugin/target/plugins"));
    }

    Path logging() {
        return connectors.resolve("worker/logback.xml");
    }

    /** A connector as it is everywhere, in a file named after it. */
    Path configuration(String connector) {
        return connectors.resolve("configs").resolve(connector + ".json");
    }
}
