package dungeon.benchmarks.measure;

import dungeon.standalone.processes.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks the JVM of a process about itself. */
final class Jcmd {
    private Jcmd() {}

    /** What it answers to a command such as {@code GC.heap_info}. */
    static String ask(Child process, String command) throws InterruptedException {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(process.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            jcmd.waitFor();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot ask %s for %s".formatted(process.name(), command), e);
        }
    }
}
