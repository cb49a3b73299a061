package dungeon.statetopics;

import dungeon.platform.process.ServiceProcess;
import dungeon.platform.streams.operator.OperatedService;

/** The state topics as a process of their own; their settings are those of {@link StateTopicsConfig}. */
public final class StateTopicsMain {
    private StateTopicsMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run("The state topics", StateTopicsConfig::definition, arguments, texts -> {
            StateTopicsConfig config = StateTopicsConfig.from(texts);
            return OperatedService.start(
                    "dungeon-state-topics",
                    config.httpHost(),
                    config.httpPort(),
                    meters -> StateTopicsApplication.start(config, meters));
        });
    }
}
