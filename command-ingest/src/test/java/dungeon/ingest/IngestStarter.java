package dungeon.ingest;

import dungeon.ingest.commands.KafkaClients;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application with other clients than those of real brokers. */
public final class IngestStarter {
    private IngestStarter() {}

    public static ConfigurableApplicationContext start(Map<String, Object> settings, KafkaClients clients) {
        return IngestApplication.start(
                settings,
                application -> application.addInitializers(
                        context -> context.getBeanFactory().registerSingleton("kafkaClients", clients)));
    }
}
