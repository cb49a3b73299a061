package dungeon.ingest;

import dungeon.ingest.config.IngestConfig;
import dungeon.platform.config.SecretFiles;
import dungeon.platform.process.ServiceProcess;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.springframework.context.ConfigurableApplicationContext;

/** The command ingest as a process of its own; its settings are those of {@link IngestConfig} and Spring's own. */
public final class IngestMain {
    private static final String ENVIRONMENT_PREFIX = "DUNGEON_INGEST_";

    private IngestMain() {}

    public static void main(String[] arguments) {
        ServiceProcess.run("The command ingest", ConfigDef::new, arguments, texts -> start(arguments, texts));
    }

    private static ServiceProcess.RunningService start(String[] arguments, Map<String, String> texts) {
        ConfigurableApplicationContext context = IngestApplication.start(
                arguments, texts, SecretFiles.ofEnvironment(ENVIRONMENT_PREFIX, System.getenv()));
        return context::close;
    }
}
