package dungeon.standalone.secure;

import dungeon.schemas.topics.AnalyticsTopics;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.PatternType;

/** The topics and users of a cluster, as Strimzi wants them: what is in the code, said once more in YAML. */
final class StrimziFiles {
    static final Path FOLDER = Path.of("..", "k8s", "kafka");

    /** With three copies, one broker may be away and a confirmed record is still in two places. */
    private static final String IN_SYNC = "2";

    private static final String HEAD =
            "# %s, by StrimziFilesTest: -Dstrimzi.write=true writes it anew, and what differs fails there.\n";
    /** More than one connection can carry, in Strimzi's 32 bits; of the brokers a service takes what it needs. */
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private StrimziFiles() {}

    /** The text of each file, by its name in {@link #FOLDER}. */
    static Map<String, String> texts() {
        return new TreeMap<>(Map.of("topics.yaml", topics(), "users.yaml", users()));
    }

    static List<Topic<?>> allTopics() {
        return Stream.of(Topics.ALL, StateTopics.ALL, AnalyticsTopics.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * By principal; those of one machine, and what the workers of Kafka Connect need beside that where they are several: they share their
     * connectors by a group, and what they know by three topics.
     */
    static Map<String, List<Right>> rights() {
        Map<String, List<Right>> rights = new LinkedHashMap<>(Rights.byPrincipal());
        List<Right> connectors = new ArrayList<>(rights.get("User:connectors"));
        connectors.add(Right.topics(
                "dungeon-connect-",
                "what its workers tell each other",
                AclOperation.CREATE,
                AclOperation.DESCRIBE_CONFIGS,
                AclOperation.READ,
                AclOperation.WRITE));
        connectors.add(Right.group("dungeon-connect", "which of its workers live"));
        rights.put("User:connectors", connectors);
        return rights;
    }

    private static String topics() {
        StringBuilder yaml = new StringBuilder(HEAD.formatted("Made from Topics, StateTopics and AnalyticsTopics"));
        for (Topic<?> topic : allTopics()) {
            Map<String, String> config = new TreeMap<>(topic.config());
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, IN_SYNC);
            yaml.append(head("KafkaTopic", topic.name()))
                    .append("spec:\n  partitions: %d\n  replicas: 3\n  config:\n".formatted(topic.partitions()));
            config.forEach((name, value) -> yaml.append("    %s: \"%s\"\n".formatted(name, value)));
        }
        return yaml.toString();
    }

    private static String users() {
        StringBuilder yaml = new StringBuilder(HEAD.formatted("Made from Rights"));
        rights().forEach((principal, rights) -> {
            String name = principal.substring("User:".length());
            yaml.append(head("KafkaUser", name)).append("spec:\n");
            // All players are this one to the brokers, and none of them has a certificate; what each may take stands at
            // the cluster.
            if (!name.equals("players")) {
                yaml.append(certificate()).append(quotas());
            }
            yaml.append("  authorization:\n    type: simple\n    acls:\n");
            rights.forEach(right -> yaml.append(acl(right)));
        });
        yaml.append(head("KafkaUser", Service.OPERATOR.principal()))
                .append("spec:\n  # Its rights are those of a super user.\n")
                .append(certificate())
                .append(quotas());
        return yaml.toString();
    }

    private static String acl(Right right) {
        String type = right.resource().resourceType().name().equals("TRANSACTIONAL_ID")
                ? "transactionalId"
                : right.resource().resourceType().name().toLowerCase(Locale.ROOT);
        StringBuilder resource = new StringBuilder("type: " + type);
        if (!type.equals("cluster")) {
            resource.append(", name: \"%s\"".formatted(right.resource().name()));
            if (right.resource().patternType() == PatternType.PREFIXED) {
                resource.append(", patternType: prefix");
            }
        }
        return """
                  # %s
                  - resource: {%s}
                    operations: [%s]
            """.formatted(
                right.reason(),
                resource,
                right.operations().stream().sorted().map(StrimziFiles::strimzis).collect(Collectors.joining(", ")));
    }

    /** {@code DESCRIBE_CONFIGS} is {@code DescribeConfigs} there. */
    private static String strimzis(AclOperation operation) {
        return Stream.of(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String certificate() {
        return """
              authentication:
                type: tls
            """;
    }

    private static String quotas() {
        return """
              quotas:
                producerByteRate: %1$d
                consumerByteRate: %1$d
                requestPercentage: %1$d
            """.formatted(UNBOUNDED);
    }

    private static String head(String kind, String name) {
        return """
            ---
            apiVersion: kafka.strimzi.io/v1
            kind: %s
            metadata:
              name: %s
              labels:
                app.kubernetes.io/part-of: dungeon
                strimzi.io/cluster: dungeon
            """.formatted(kind, name);
    }
}
