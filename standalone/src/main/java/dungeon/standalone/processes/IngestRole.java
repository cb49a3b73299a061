package dungeon.standalone.processes;

import dungeon.ingest.IngestApplication;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Command ingest, with the settings of its application. */
public final class IngestRole implements Role {
    @Override
    public AutoCloseable start(Map<String, String> settings, CompletableFuture<Throwable> failure) {
        return IngestApplication.start(Map.copyOf(settings));
    }
}
