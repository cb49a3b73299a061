package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dungeon.schemas.Command;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real broker whose topics are those of {@code k8s/kafka/topics.yaml} and whose rights are those of {@code users.yaml} and nobody else's,
 * told to it as Strimzi's operators do, and the whole system on top of it.
 */
@Tag("slow")
@Timeout(300)
class StrimziOnABrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Machine machine;
    private static Admin operator;

    @BeforeAll
    static void start() throws Exception {
        machine = Machine.claim(
                new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine())
                        .securedAt(FreePorts.one())
                        .publishingState(true)
                        .withAnalyticsAt(FreePorts.one()),
                Progress.onTerminal());
        makeTopics();
        machine.start();
        operator = Admin.create(Map.copyOf(machine.platformOf(Service.OPERATOR).clientConfig()));
        operator.createAcls(rights()).all().get();
        // What the machine has told its broker itself, and the cluster does not; in this order nobody is refused
        // meanwhile.
        Set<AclBinding> others = new HashSet<>(
                operator.describeAcls(AclBindingFilter.ANY).values().get());
        others.removeAll(rights());
        operator.deleteAcls(others.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
    }

    @AfterAll
    static void stop() {
        if (operator != null) {
            operator.close();
        }
        if (machine != null) {
            machine.close();
        }
    }

    @Test
    void theTopicsAreAsTheServicesWantThem() throws Exception {
        for (var topics : List.of(Topics.ALL, StrimziFiles.allTopics())) {
            assertThat(TopicSetup.faults(operator, topics, Topics.PARTITIONS)).isEmpty();
        }
    }

    @Test
    void aCommandOfAPlayerGoesThrough() throws Exception {
        KafkaPlayer player = KafkaPlayer.inPracticeGame(machine.platform());
        Command command = player.buy(player.playerId());
        player.write(command, player.token());
        assertThat(player.outcomeOf(command).getPayload()).isInstanceOf(RobotsPurchased.class);
    }

    @Test
    void aPlayerReadsNoCommands() throws Exception {
        KafkaPlayer player = KafkaPlayer.inPracticeGame(machine.platform());
        Attempts attempts = new Attempts(player.settings());
        assertThatThrownBy(() -> attempts.read(Topics.COMMANDS.name())).isInstanceOf(TopicAuthorizationException.class);
    }

    /** The rights are there alone, and nothing else is needed by whatever runs. */
    @Test
    void nothingElseIsAllowed() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new HashSet<>(operator.describeAcls(AclBindingFilter.ANY)
                                .values()
                                .get()))
                        .isEqualTo(rights()));
    }

    /** Before the machine starts its broker in the same folder, which finds them there. */
    private static void makeTopics() throws Exception {
        BrokerConfig config = new BrokerConfig(machine.resolve("broker"), FreePorts.one(), FreePorts.one());
        List<NewTopic> topics = StrimziCluster.topics((short) 1);
        try (EmbeddedBroker broker = EmbeddedBroker.start(config);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(topics).all().get();
            TopicSetup.awaitLeaders(admin, topics.stream().map(NewTopic::name).toList(), Topics.PARTITIONS);
        }
    }

    /** On one machine the brokers call somebody with a certificate by the name in it, and in a cluster by all of it. */
    private static Set<AclBinding> rights() throws Exception {
        return StrimziCluster.acls().stream()
                .map(acl -> new AclBinding(
                        acl.pattern(),
                        new AccessControlEntry(
                                acl.entry().principal().replace("User:CN=", "User:"),
                                acl.entry().host(),
                                acl.entry().operation(),
                                acl.entry().permissionType())))
                .collect(Collectors.toSet());
    }
}
