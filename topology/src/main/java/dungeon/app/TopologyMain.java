package dungeon.app;

import dungeon.platform.process.ServiceProcess;
import dungeon.platform.streams.operator.OperatedService;

/** The topology as a process of its own; its settings are those of {@link TopologyConfig}. */
public final class TopologyMain {
    private TopologyMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run("The topology", TopologyConfig::definition, arguments, texts -> {
            TopologyConfig config = TopologyConfig.from(texts);
            return OperatedService.start(
                    config.serviceName(),
                    config.httpHost(),
                    config.httpPort(),
                    meters -> TopologyApplication.start(config, meters));
        });
    }
}
