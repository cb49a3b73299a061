package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each right of a service is taken away, missed with a clear error, and given back. */
@Tag("slow")
@Timeout(300)
class RightsTakenAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static StrangersBroker broker;
    private static Admin operator;

    @BeforeAll
    static void start() throws Exception {
        broker = StrangersBroker.start(folder);
        operator = broker.admin(Service.OPERATOR);
        Set<String> topics = new TreeSet<>();
        Rights.byPrincipal().values().stream()
                .flatMap(List::stream)
                .filter(right -> right.resource().resourceType() == ResourceType.TOPIC)
                .forEach(right -> topics.add(exampleOf(right)));
        topics.removeAll(operator.listTopics().names().get());
        operator.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, 1, (short) 1))
                        .toList())
                .all()
                .get();
    }

    @AfterAll
    static void stop() {
        if (operator != null) {
            operator.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPERATOR", "BROKER"})
    void missesEachRightOfAService(Service service) throws Exception {
        Attempts attempts = new Attempts(broker.service(service));
        for (Right right : Rights.of(service)) {
            for (AclBinding binding : right.bindings("User:" + service.principal())) {
                AclOperation operation = binding.entry().operation();
                String name = exampleOf(right);
                String what = "%s %s %s".formatted(service, operation, right.resource());

                assertThatCode(() -> attempt(attempts, right, operation, name))
                        .as(what)
                        .doesNotThrowAnyException();
                operator.deleteAcls(List.of(binding.toFilter())).all().get();
                // The broker hears of it from the controller some moments later.
                await().atMost(PATIENCE).untilAsserted(() -> {
                    Exception refusal = catchException(() -> attempt(attempts, right, operation, name));
                    assertThat(refusal).as(what).isInstanceOf(AuthorizationException.class);
                    assertThat(refusal.getMessage()).as(what).matches(saysWhat(name));
                });
                operator.createAcls(List.of(binding)).all().get();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThatCode(() -> attempt(attempts, right, operation, name))
                                .as(what)
                                .doesNotThrowAnyException());
            }
        }
    }

    /** Kafka names the resource, or its kind, or says no more than this where a topic is to be made. */
    private static Pattern saysWhat(String name) {
        return Pattern.compile(".*(\\Q%s\\E|authorization failed).*".formatted(name), Pattern.CASE_INSENSITIVE);
    }

    private static String exampleOf(Right right) {
        return right.resource().patternType() == PatternType.PREFIXED
                ? right.resource().name() + "example"
                : right.resource().name();
    }

    private static void attempt(Attempts attempts, Right right, AclOperation operation, String name) throws Exception {
        switch (right.resource().resourceType()) {
            case TOPIC -> attemptTopic(attempts, operation, name);
            case GROUP ->
                attempts.ask(admin -> admin.listConsumerGroupOffsets(name).all());
            case TRANSACTIONAL_ID -> attempts.beginTransaction(name);
            case CLUSTER ->
                attempts.ask(
                        admin -> admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.BROKER, "1")))
                                .all());
            default -> throw new IllegalArgumentException(right.toString());
        }
    }

    private static void attemptTopic(Attempts attempts, AclOperation operation, String name) throws Exception {
        switch (operation) {
            case READ -> attempts.read(name);
            case WRITE -> attempts.write(name);
            case DESCRIBE ->
                attempts.ask(admin -> admin.describeTopics(List.of(name)).allTopicNames());
            case DESCRIBE_CONFIGS ->
                attempts.ask(
                        admin -> admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, name)))
                                .all());
            case DELETE ->
                attempts.ask(admin -> admin.deleteRecords(
                                Map.of(new TopicPartition(name, 0), RecordsToDelete.beforeOffset(0)))
                        .all());
            case CREATE -> {
                try {
                    attempts.ask(admin -> admin.createTopics(
                                    List.of(new NewTopic(name, Optional.of(1), Optional.empty())),
                                    new CreateTopicsOptions().validateOnly(true))
                            .all());
                } catch (TopicExistsException e) {
                    // It was let in, and that is what is asked here.
                }
            }
            default -> throw new IllegalArgumentException(operation.toString());
        }
    }
}
