package dungeon.app;

import dungeon.platform.process.OwnMemory;
import dungeon.platform.process.ServiceProcess;
import dungeon.platform.streams.operator.OperatedService;

/** The topology as a process of its own; its settings are those of {@link TopologyConfig}. */
public final class TopologyMain {
    /** With less, games on the largest map end it, in the heap or beside it (k8s/images/trial-memory). */
    private static final long MEMORY_LEAST_MB = 384;

    private TopologyMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run("The topology", TopologyConfig::definition, arguments, texts -> {
            TopologyConfig config = TopologyConfig.from(texts);
            OwnMemory.require(MEMORY_LEAST_MB);
            return OperatedService.start(
                    config.serviceName(),
                    config.httpHost(),
                    config.httpPort(),
                    meters -> TopologyApplication.start(config, meters));
        });
    }
}
