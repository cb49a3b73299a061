package dungeon.app;

import dungeon.platform.streams.runtime.SharedSettings;
import dungeon.schemas.serde.RegistryConfig;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings as text, for the log at start-up. A value is shown only where its name is known to be no secret's. */
final class ReadableSettings {
    private static final String HIDDEN = "***";

    private static final Set<String> SHOWN = shown();

    private ReadableSettings() {}

    static Map<String, String> of(Properties settings) {
        Map<String, String> readable = new TreeMap<>();
        settings.forEach((key, value) -> {
            String name = key.toString();
            readable.put(name, SHOWN.contains(name) ? withoutUserInfo(value.toString()) : HIDDEN);
        });
        return readable;
    }

    /** An address may hold a name and a password, as the registry's may. */
    private static String withoutUserInfo(String value) {
        return value.replaceAll("//[^/,]*@", "//" + HIDDEN + "@");
    }

    private static Set<String> shown() {
        Set<String> shown = new TreeSet<>();
        addOpen(shown, TopologyConfig.definition(), "");
        addOpen(shown, RegistryConfig.definition(), "");
        addOpen(shown, StreamsConfig.configDef(), "");
        addOpen(shown, ProducerConfig.configDef(), "", StreamsConfig.PRODUCER_PREFIX);
        addOpen(shown, AdminClientConfig.configDef(), "", StreamsConfig.ADMIN_CLIENT_PREFIX);
        addOpen(
                shown,
                ConsumerConfig.configDef(),
                "",
                StreamsConfig.CONSUMER_PREFIX,
                StreamsConfig.MAIN_CONSUMER_PREFIX,
                StreamsConfig.RESTORE_CONSUMER_PREFIX,
                StreamsConfig.GLOBAL_CONSUMER_PREFIX);
        SharedSettings.changelogs().keySet().forEach(name -> shown.add(StreamsConfig.topicPrefix(name)));
        shown.add(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
        return shown;
    }

    private static void addOpen(Set<String> shown, ConfigDef definition, String... prefixes) {
        definition.configKeys().values().stream()
                .filter(key -> key.type != ConfigDef.Type.PASSWORD)
                .forEach(key -> List.of(prefixes).forEach(prefix -> shown.add(prefix + key.name)));
    }
}
