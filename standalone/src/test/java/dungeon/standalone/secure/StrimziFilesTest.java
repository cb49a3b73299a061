package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Strimzi is told says the same as the code. */
class StrimziFilesTest {
    private static final String KEY_SET = "http://dungeon-ingest:8080/.well-known/jwks.json";
    private static final SecureListeners ONE_MACHINE =
            new SecureListeners(1, Certificates.existing(Path.of("unused")), KEY_SET);

    @ParameterizedTest
    @ValueSource(strings = {"topics.yaml", "users.yaml"})
    void filesAreWhatTheCodeSays(String name) throws IOException {
        Path file = StrimziFiles.FOLDER.resolve(name);
        String expected = StrimziFiles.texts().get(name);
        if (Boolean.getBoolean("strimzi.write")) {
            Files.writeString(file, expected);
        }
        assertThat(file).hasContent(expected);
    }

    /** Read by another class than wrote it, which knows Strimzi's words only. */
    @Test
    void usersHaveTheRightsOfTheTableAndNoOther() throws IOException {
        Set<AclBinding> expected = new HashSet<>();
        StrimziFiles.rights()
                .forEach((principal, rights) -> rights.forEach(
                        right -> expected.addAll(right.bindings(StrimziCluster.principalOf(principal)))));
        assertThat(StrimziCluster.acls()).isEqualTo(expected);
    }

    @Test
    void topicsAreThoseOfTheCode() throws IOException {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        StrimziFiles.allTopics().forEach(topic -> {
            Map<String, String> config = new TreeMap<>(topic.config());
            config.put("min.insync.replicas", "2");
            expected.put(topic.name(), config);
        });
        Map<String, Map<String, String>> found = StrimziCluster.topics((short) 3).stream()
                .collect(Collectors.toMap(
                        topic -> topic.name(),
                        topic -> new TreeMap<>(topic.configs()),
                        (one, other) -> one,
                        TreeMap::new));
        assertThat(found).isEqualTo(expected);
        assertThat(StrimziCluster.topics((short) 3))
                .allSatisfy(topic -> assertThat(List.of(topic.numPartitions(), (int) topic.replicationFactor()))
                        .isEqualTo(List.of(12, 3)));
    }

    @Test
    void playersComeInAsTheyDoOnOneMachine() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        ONE_MACHINE.kafkaSettings().forEach((name, value) -> {
            String prefix = "listener.name.players.";
            if (name.startsWith(prefix)) {
                expected.put(name.substring(prefix.length()), value);
            }
        });
        Map<String, String> found = new TreeMap<>(StrimziCluster.listener("players"));
        Map<String, Object> bounds = StrimziCluster.at(listeners().get("players"), "configuration");
        // Two settings of Kafka have names of Strimzi's own.
        found.put("max.connections", bounds.get("maxConnections").toString());
        found.put(
                "max.connection.creation.rate",
                bounds.get("maxConnectionCreationRate").toString());
        // Nobody is asked for a certificate where none is wanted.
        expected.remove("ssl.client.auth");
        assertThat(found).isEqualTo(expected);
    }

    /** The operator's own way, which names them as it writes their rights. */
    @Test
    void servicesComeInWithACertificateOnly() throws IOException {
        assertThat(listeners().get("services"))
                .containsEntry("port", 9093)
                .containsEntry("tls", true)
                .containsEntry("authentication", Map.of("type", "tls"));
    }

    @Test
    void theAuthorizerIsOursAndOnlyTheOperatorMayDoEverything() throws IOException {
        Map<String, Object> authorization = StrimziCluster.at(StrimziCluster.kafka(), "authorization");
        Map<String, String> oneMachine = ONE_MACHINE.kafkaSettings();
        assertThat(authorization.get("authorizerClass")).isEqualTo(oneMachine.get("authorizer.class.name"));
        assertThat(authorization.get("superUsers")).isEqualTo(List.of("CN=" + Service.OPERATOR.principal()));
        Map<String, Object> config = StrimziCluster.at(StrimziCluster.kafka(), "config");
        assertThat(config.get("principal.builder.class")).isEqualTo(oneMachine.get("principal.builder.class"));
        assertThat(String.valueOf(config.get("allow.everyone.if.no.acl.found")))
                .isEqualTo(oneMachine.get("allow.everyone.if.no.acl.found"));
    }

    @Test
    void brokersMayReadTheKeySetTheyAreTold() throws IOException {
        Object properties =
                StrimziCluster.at(StrimziCluster.kafka(), "jvmOptions").get("javaSystemProperties");
        assertThat(properties)
                .isEqualTo(List.of(Map.of("name", "org.apache.kafka.sasl.oauthbearer.allowed.urls", "value", KEY_SET)));
    }

    @Test
    void aPlayerMayTakeAsMuchAsOnOneMachine() throws IOException {
        Map<String, Object> quotas = StrimziCluster.at(StrimziCluster.kafka(), "quotas");
        Map<String, Double> found = Map.of(
                "producer_byte_rate", ((Number) quotas.get("producerByteRate")).doubleValue(),
                "consumer_byte_rate", ((Number) quotas.get("consumerByteRate")).doubleValue(),
                "request_percentage", ((Number) quotas.get("requestPercentage")).doubleValue());
        assertThat(found).isEqualTo(PlayerQuota.values());
    }

    private static Map<String, Map<String, Object>> listeners() throws IOException {
        Map<String, Map<String, Object>> byName = new TreeMap<>();
        for (Object listener : (List<?>) StrimziCluster.kafka().get("listeners")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> one = (Map<String, Object>) listener;
            byName.put(one.get("name").toString(), one);
        }
        return byName;
    }
}
