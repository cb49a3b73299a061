package dungeon.players.host;

import dungeon.platform.process.ServiceProcess;

/** The practice bots as a process of their own; their settings are those of {@link BotsConfig}. */
public final class BotsMain {
    private BotsMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run(
                "The bots", BotsConfig::definition, arguments, texts -> BotsService.start(BotsConfig.from(texts)));
    }
}
