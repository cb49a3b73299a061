package dungeon.standalone.processes;

import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The topology, with the settings of {@link TopologyConfig}. */
public final class TopologyRole implements Role {
    @Override
    public AutoCloseable start(Map<String, String> settings, CompletableFuture<Throwable> failure)
            throws InterruptedException {
        TopologyApplication topology = TopologyApplication.start(TopologyConfig.from(settings));
        CompletableFuture<Boolean> unused = topology.failure().thenApply(failure::complete);
        return topology;
    }
}
