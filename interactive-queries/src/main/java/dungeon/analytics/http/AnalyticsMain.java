package dungeon.analytics.http;

import dungeon.analytics.AnalyticsConfig;
import dungeon.platform.process.ServiceProcess;

/** The analytics as a process of their own; their settings are those of {@link AnalyticsConfig}. */
public final class AnalyticsMain {
    private AnalyticsMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run(
                "The analytics",
                AnalyticsConfig::definition,
                arguments,
                texts -> AnalyticsApplication.start(AnalyticsConfig.from(texts)));
    }
}
