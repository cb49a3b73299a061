package dungeon.standalone.processes;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a process is. The process makes its role by the class's name, so the class has a constructor without parameters. */
public interface Role {
    /**
     * Starts it.
     *
     * @param settings by their names
     * @param failure to complete with the cause if it ends by itself
     * @return what the end of the process closes
     */
    AutoCloseable start(Map<String, String> settings, CompletableFuture<Throwable> failure) throws InterruptedException;
}
