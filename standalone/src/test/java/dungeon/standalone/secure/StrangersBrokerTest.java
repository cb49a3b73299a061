package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.secure.Attempts.Question;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a player may do at the broker, and all that he may not. */
@Tag("slow")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangersBrokerTest {
    private static final String ME = "11111111-1111-3111-8111-111111111111";
    private static final String OTHER = "22222222-2222-3222-8222-222222222222";

    @TempDir
    static Path folder;

    private static StrangersBroker broker;
    private static Attempts player;

    @BeforeAll
    static void start() throws Exception {
        broker = StrangersBroker.start(folder);
        player = new Attempts(broker.player(ME));
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Order(1)
    void startsBeforeTheKeysOfTokensAreThereAndLetsPlayersInAfterwards() throws Exception {
        Question topics = admin -> admin.listTopics().names();
        assertThatThrownBy(() -> player.ask(topics))
                .isInstanceOf(SaslAuthenticationException.class)
                .hasMessageContaining("temporarily_unavailable");
        broker.publishKeys();
        assertThatCode(() -> player.ask(topics)).doesNotThrowAnyException();
    }

    @Test
    @Order(2)
    void letsPlayersWriteCommandsAndReadEvents() throws Exception {
        for (Topic<?> topic : List.of(Topics.COMMANDS, Topics.LOBBY_COMMANDS, Topics.TICTACTOE_COMMANDS)) {
            player.write(topic.name());
        }
        for (Topic<?> topic : List.of(Topics.EVENTS, Topics.LOBBY_EVENTS, Topics.TICTACTOE_EVENTS)) {
            player.read(topic.name());
        }
        for (Topic<?> topic : StateTopics.ALL) {
            player.read(topic.name());
        }
        player.joinAndCommit(ME, Topics.EVENTS.name());
        player.joinAndCommit(ME + "-analysis", Topics.EVENTS.name());
    }

    @Test
    @Order(3)
    void showsPlayersNothingElse() throws Exception {
        new Attempts(broker.player(OTHER)).joinAndCommit(OTHER, Topics.EVENTS.name());
        player.joinAndCommit(ME, Topics.EVENTS.name());
        try (Admin admin = Admin.create(broker.player(ME))) {
            Set<String> seen = new TreeSet<>(Set.of(
                    "dungeon.commands.v1",
                    "dungeon.events.v1",
                    "lobby.commands.v1",
                    "lobby.events.v1",
                    "tictactoe.commands.v1",
                    "tictactoe.events.v1"));
            StateTopics.ALL.forEach(topic -> seen.add(topic.name()));
            assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(seen);
            assertThat(admin.listGroups().all().get())
                    .allSatisfy(group -> assertThat(group.groupId()).startsWith(ME));
            assertThat(admin.listTransactions().all().get()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void refusesToReadWhatIsNoEvent() {
        for (String topic : List.of(
                "dungeon.commands.v1",
                "lobby.commands.v1",
                "tictactoe.commands.v1",
                "identity.commands.v1",
                "identity.events.v1",
                "dungeon.dead-letters.v1",
                "__consumer_offsets",
                "__transaction_state",
                "__cluster_metadata",
                "dungeon-topology-robots-changelog")) {
            assertThatThrownBy(() -> player.read(topic))
                    .as(topic)
                    .isInstanceOf(TopicAuthorizationException.class)
                    .hasMessageContaining(topic);
        }
    }

    @Test
    @Order(3)
    void refusesToWriteWhatIsNoCommand() {
        for (String topic : List.of(
                "dungeon.events.v1",
                "lobby.events.v1",
                "identity.commands.v1",
                "identity.events.v1",
                "dungeon.dead-letters.v1",
                "db.robot.ecst.v1",
                "__consumer_offsets",
                "a-topic-of-my-own")) {
            assertThatThrownBy(() -> player.write(topic))
                    .as(topic)
                    .isInstanceOf(TopicAuthorizationException.class)
                    .hasMessageContaining(topic);
        }
    }

    @Test
    @Order(3)
    void refusesGroupsOfOthers() {
        for (String group : List.of(
                OTHER,
                OTHER + "-" + ME,
                "dungeon-topology",
                "dungeon-relay-lobby-robots",
                "my-group",
                ME.substring(0, 35))) {
            assertThatThrownBy(() -> player.joinAndCommit(group, Topics.EVENTS.name()))
                    .as(group)
                    .isInstanceOf(GroupAuthorizationException.class)
                    .hasMessageContaining(group);
        }
        for (Question question : List.<Question>of(
                admin -> admin.describeConsumerGroups(List.of(OTHER)).all(),
                admin -> admin.listConsumerGroupOffsets(OTHER).all(),
                admin -> admin.deleteConsumerGroups(List.of(OTHER)).all(),
                // Nor may he remove one of his own, which others could have begun under his name before.
                admin -> admin.deleteConsumerGroups(List.of(ME)).all())) {
            assertThatThrownBy(() -> player.ask(question)).isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    @Order(3)
    void refusesTransactions() {
        for (String id : List.of(ME, "mine", "dungeon-topology-" + ME + "-1")) {
            assertThatThrownBy(() -> player.beginTransaction(id))
                    .as(id)
                    .isInstanceOf(TransactionalIdAuthorizationException.class);
        }
        assertThatThrownBy(() -> player.ask(admin -> admin.fenceProducers(List.of("dungeon-topology-" + ME + "-1"))
                        .all()))
                .isInstanceOf(TransactionalIdAuthorizationException.class);
    }

    @Test
    @Order(3)
    void refusesWhateverAnOperatorDoes() {
        TopicPartition commands = new TopicPartition(Topics.COMMANDS.name(), 0);
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.EVENTS.name());
        ConfigResource node = new ConfigResource(ConfigResource.Type.BROKER, "1");
        Collection<AlterConfigOp> change =
                List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET));
        AclBinding everything = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry("Player:" + ME, "*", AclOperation.ALL, AclPermissionType.ALLOW));
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put(
                "create a topic",
                admin -> admin.createTopics(List.of(new NewTopic("mine", 1, (short) 1)))
                        .all());
        questions.put(
                "delete a topic",
                admin -> admin.deleteTopics(List.of(Topics.EVENTS.name())).all());
        questions.put(
                "add partitions",
                admin -> admin.createPartitions(Map.of(Topics.EVENTS.name(), NewPartitions.increaseTo(24)))
                        .all());
        questions.put(
                "delete records",
                admin -> admin.deleteRecords(Map.of(commands, RecordsToDelete.beforeOffset(1)))
                        .all());
        questions.put(
                "see a topic's settings",
                admin -> admin.describeConfigs(List.of(topic)).all());
        questions.put(
                "see a broker's settings",
                admin -> admin.describeConfigs(List.of(node)).all());
        questions.put(
                "change a topic's settings",
                admin -> admin.incrementalAlterConfigs(Map.of(topic, change)).all());
        questions.put(
                "change a broker's settings",
                admin -> admin.incrementalAlterConfigs(Map.of(node, change)).all());
        questions.put(
                "see rights", admin -> admin.describeAcls(AclBindingFilter.ANY).values());
        questions.put(
                "give himself rights",
                admin -> admin.createAcls(List.of(everything)).all());
        questions.put(
                "take rights from others",
                admin -> admin.deleteAcls(List.of(AclBindingFilter.ANY)).all());
        questions.put(
                "see quotas",
                admin -> admin.describeClientQuotas(ClientQuotaFilter.all()).entities());
        questions.put(
                "change quotas",
                admin -> admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                                new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, ME)),
                                List.of(new ClientQuotaAlteration.Op("producer_byte_rate", null)))))
                        .all());
        questions.put(
                "elect leaders",
                admin -> admin.electLeaders(ElectionType.PREFERRED, Set.of(commands))
                        .all());
        questions.put(
                "move partitions",
                admin -> admin.alterPartitionReassignments(Map.of(commands, Optional.empty()))
                        .all());
        questions.put("see the quorum", admin -> admin.describeMetadataQuorum().quorumInfo());
        questions.put(
                "see who writes commands",
                admin -> admin.describeProducers(List.of(commands)).all());
        questions.put("see disks", admin -> admin.describeLogDirs(List.of(1)).allDescriptions());
        questions.put(
                "unregister the broker", admin -> admin.unregisterBroker(1).all());
        questions.forEach((what, question) -> assertThatThrownBy(() -> player.ask(question))
                .as(what)
                .isInstanceOf(ApiException.class)
                .matches(
                        refusal -> refusal instanceof AuthorizationException
                                || refusal.getCause() instanceof AuthorizationException,
                        "is refused"));
    }

    @Test
    @Order(3)
    void makesNobodyAServiceBecauseOfWhatHisTokenCallsHim() {
        for (String name : List.of("operator", "broker", "topology", "players", "*")) {
            Attempts disguised = new Attempts(broker.player(name));
            assertThatThrownBy(() -> disguised.read(Topics.COMMANDS.name()))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() ->
                            disguised.ask(admin -> admin.createTopics(List.of(new NewTopic("mine", 1, (short) 1)))
                                    .all()))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    @Order(3)
    void letsNobodyTalkToTheController() {
        Map<String, Object> settings = new HashMap<>(broker.player(ME));
        settings.remove("bootstrap.servers");
        settings.put("bootstrap.controllers", "127.0.0.1:" + broker.controllerPort());
        settings.put("security.protocol", "SSL");
        assertThatThrownBy(() -> new Attempts(settings)
                        .ask(admin -> admin.describeMetadataQuorum().quorumInfo()))
                .isInstanceOf(SslAuthenticationException.class);
    }

    @Test
    @Order(3)
    void makesPlayersWaitWhoTakeMoreThanTheirPartAndNoService() throws ExecutionException, InterruptedException {
        try (Admin operator = broker.admin(Service.OPERATOR)) {
            Map<ClientQuotaEntity, Map<String, Double>> quotas = operator.describeClientQuotas(ClientQuotaFilter.all())
                    .entities()
                    .get();
            Map<String, String> everybody = new HashMap<>();
            everybody.put(ClientQuotaEntity.USER, null);
            assertThat(quotas.remove(new ClientQuotaEntity(everybody))).isEqualTo(PlayerQuota.values());
            assertThat(quotas.keySet().stream().map(entity -> entity.entries().get(ClientQuotaEntity.USER)))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(Service.values()).map(Service::principal), Stream.of("ANONYMOUS"))
                                    .toList());
            assertThat(quotas.values()).allSatisfy(quota -> assertThat(quota).isEqualTo(PlayerQuota.none()));
        }
    }
}
