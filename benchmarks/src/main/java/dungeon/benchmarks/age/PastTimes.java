package dungeon.benchmarks.age;

import dungeon.schemas.topics.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Between begin and end, commands can be written with times of the past: their topics keep the sender's time, and drop nothing because
 * it is old. Services check the settings of topics when they start, so they run already.
 */
final class PastTimes {
    private static final Map<String, String> OF_THE_SENDER =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime", TopicConfig.RETENTION_MS_CONFIG, "-1");

    private final Map<String, Object> clientConfig;

    PastTimes(Map<String, Object> clientConfig) {
        this.clientConfig = clientConfig;
    }

    void begin() throws InterruptedException {
        set(OF_THE_SENDER);
    }

    private void set(Map<String, String> values) throws InterruptedException {
        Collection<AlterConfigOp> changes = values.entrySet().stream()
                .map(value ->
                        new AlterConfigOp(new ConfigEntry(value.getKey(), value.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> byTopic = new HashMap<>();
        for (String topic : List.of(Topics.COMMANDS.name(), Topics.LOBBY_COMMANDS.name())) {
            byTopic.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes);
        }
        try (Admin admin = Admin.create(clientConfig)) {
            admin.incrementalAlterConfigs(byTopic).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not change the times of commands", e);
        }
    }

    /** From now on as everywhere; what is older than commands are kept goes. */
    void end() throws InterruptedException {
        Map<String, String> usual = new HashMap<>();
        OF_THE_SENDER
                .keySet()
                .forEach(name -> usual.put(name, Topics.COMMANDS.config().get(name)));
        set(usual);
    }
}
