package dungeon.benchmarks.host;

import dungeon.app.TopologyConfig;
import dungeon.standalone.processes.Role;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The benchmark's ceiling, with the settings of the topology. */
public final class PassThroughRole implements Role {
    @Override
    public AutoCloseable start(Map<String, String> settings, CompletableFuture<Throwable> failure) {
        PassThrough passThrough = new PassThrough(TopologyConfig.from(settings));
        CompletableFuture<Boolean> unused = passThrough.failure().thenApply(failure::complete);
        return passThrough;
    }
}
