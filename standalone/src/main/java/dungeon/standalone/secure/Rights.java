package dungeon.standalone.secure;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import dungeon.analytics.AnalyticsTopology;
import dungeon.app.Contexts;
import dungeon.platform.streams.ContextModule;
import dungeon.queries.Views;
import dungeon.schemas.topics.AnalyticsTopics;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.secure.plugin.PlayersAuthorizer;
import dungeon.statetopics.StateTopicsTopology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;

/** What each may do at the brokers: as much as it needs, and nothing else. */
public final class Rights {
    private static final String TOPOLOGY_ID = "dungeon-topology";
    private static final String RELAYS = "dungeon-relay-";

    private Rights() {}

    /** By principal, in Kafka's form {@code User:topology}; of those who may not do everything anyhow. */
    public static Map<String, List<Right>> byPrincipal() {
        Map<String, List<Right>> rights = new LinkedHashMap<>();
        rights.put(PlayersAuthorizer.PLAYERS.toString(), ofPlayers());
        for (Service service : Service.values()) {
            if (!service.mayDoEverything()) {
                rights.put("User:" + service.principal(), of(service));
            }
        }
        return rights;
    }

    /** Commands have tokens in their headers, so no player reads them; and nobody but the topology says what has happened. */
    static List<Right> ofPlayers() {
        List<Right> rights = new ArrayList<>(List.of(
                Right.topic(Topics.COMMANDS.name(), "to play", WRITE),
                Right.topic(Topics.LOBBY_COMMANDS.name(), "to register map types, and ask for rooms", WRITE),
                Right.topic(Topics.TICTACTOE_COMMANDS.name(), "to play tic-tac-toe", WRITE),
                Right.topic(Topics.EVENTS.name(), "to see what happens", READ),
                Right.topic(Topics.LOBBY_EVENTS.name(), "to find games", READ),
                Right.topic(Topics.TICTACTOE_EVENTS.name(), "to see what happens in rooms", READ),
                Right.group("*", "to share the reading; only groups whose names begin with the playerId")));
        StateTopics.ALL.forEach(topic -> rights.add(Right.topic(topic.name(), "to see how things are", READ)));
        return rights;
    }

    static List<Right> of(Service service) {
        return switch (service) {
            case OPERATOR, BROKER -> List.of();
            case TOPOLOGY -> topology();
            case INGEST -> ingest();
            case QUERIES -> queries();
            case GAME_LOG ->
                List.of(
                        Right.topic(Topics.COMMANDS.name(), "the log of an ended game has its commands", READ),
                        Right.topic(Topics.EVENTS.name(), "and its events", READ));
            case STATE_TOPICS -> stateTopics();
            case ANALYTICS -> analytics();
            case CONNECTORS -> connectors();
            case AUDIT ->
                List.of(
                        Right.topic(Topics.COMMANDS.name(), "decided again", READ),
                        Right.topic(Topics.EVENTS.name(), "compared", READ),
                        Right.topic(Topics.TICTACTOE_COMMANDS.name(), "decided again", READ),
                        Right.topic(Topics.TICTACTOE_EVENTS.name(), "compared", READ),
                        Right.topic(Topics.DEAD_LETTERS.name(), "what became of all else", READ));
            case EXPORT -> List.of(Right.topic(Topics.EVENTS.name(), "what is exported", READ));
        };
    }

    private static List<Right> topology() {
        List<Right> rights = new ArrayList<>();
        for (ContextModule<?, ?> module : Contexts.ALL) {
            rights.add(Right.topic(module.commands().name(), "decides them, and writes ticks and relays", READ, WRITE));
            rights.add(Right.topic(module.events().name(), "what was decided, and what is relayed", READ, WRITE));
        }
        rights.add(Right.topic(Topics.DEAD_LETTERS.name(), "records that are no commands", WRITE));
        checkedAtStart(rights, Topics.ALL);
        rights.add(Right.cluster("whether the brokers keep offsets long enough", DESCRIBE_CONFIGS));
        rights.add(Right.groups(RELAYS, "how far events are relayed"));
        streams(rights, TOPOLOGY_ID);
        streams(rights, "dungeon-" + Contexts.TICTACTOE.name());
        if (Topics.GAMES.version() > 1) {
            streams(rights, Topics.GAMES.applicationId("dungeon-" + Contexts.ROBOTS.name()));
        }
        return rights;
    }

    private static List<Right> ingest() {
        List<Right> rights = new ArrayList<>();
        for (ContextModule<?, ?> module : Contexts.ALL) {
            rights.add(Right.topic(module.commands().name(), "commands that came over HTTP", WRITE));
            rights.add(Right.topic(module.events().name(), "their outcomes", READ));
        }
        return rights;
    }

    private static List<Right> queries() {
        List<Right> rights = new ArrayList<>();
        List<Topic<?>> read = List.of(Topics.EVENTS, Topics.LOBBY_EVENTS, Topics.TICTACTOE_EVENTS);
        read.forEach(topic ->
                rights.add(Right.topic(topic.name(), "folded into views, and handed to those who watch", READ)));
        checkedAtStart(rights, Topics.ALL);
        Topics.ALL.stream()
                .filter(topic -> !read.contains(topic))
                .forEach(topic -> rights.add(Right.topic(topic.name(), "whether it is there", DESCRIBE)));
        Views.ALL.forEach(view -> streams(rights, view.applicationId()));
        return rights;
    }

    private static List<Right> stateTopics() {
        List<Right> rights = new ArrayList<>(List.of(Right.topic(Topics.EVENTS.name(), "folded into state", READ)));
        published(rights, StateTopics.ALL);
        streams(rights, StateTopicsTopology.APPLICATION_ID);
        return rights;
    }

    private static List<Right> analytics() {
        List<Right> rights = new ArrayList<>(List.of(Right.topic(Topics.EVENTS.name(), "counted in windows", READ)));
        published(rights, AnalyticsTopics.ALL);
        streams(rights, AnalyticsTopology.APPLICATION_ID);
        rights.add(Right.topics(
                AnalyticsTopology.APPLICATION_ID + "-", "removes from repartition topics what is processed", DELETE));
        return rights;
    }

    private static List<Right> connectors() {
        List<Right> rights = new ArrayList<>(List.of(
                Right.topic(Topics.EVENTS.name(), "the history", READ),
                Right.topic(Topics.TICTACTOE_EVENTS.name(), "the history of tic-tac-toe", READ),
                Right.topic(Topics.LOBBY_EVENTS.name(), "the users", READ),
                Right.topic(Topics.IDENTITY_EVENTS.name(), "who signs in", READ)));
        StateTopics.ALL.forEach(topic -> rights.add(Right.topic(topic.name(), "the state", READ)));
        for (String connector : List.of("history-", "rooms-", "users-", "identity-", "state-")) {
            rights.add(Right.groups(connector, "how far it is written"));
        }
        return rights;
    }

    /** What every application of Kafka Streams needs under its own name. */
    private static void streams(List<Right> rights, String applicationId) {
        rights.add(Right.topics(applicationId + "-", "its changelogs, which it makes itself", CREATE, READ, WRITE));
        rights.add(Right.group(applicationId, "how far it has read, and who of it lives"));
        rights.add(Right.transactions(applicationId + "-", "works exactly once, and ends what it left open"));
    }

    private static void checkedAtStart(List<Right> rights, List<Topic<?>> topics) {
        for (Topic<?> topic : topics) {
            rights.add(Right.topic(topic.name(), "whether it is as it must be", DESCRIBE_CONFIGS));
        }
    }

    private static void published(List<Right> rights, List<Topic<?>> topics) {
        AclOperation[] operations = {CREATE, DESCRIBE_CONFIGS, WRITE};
        for (Topic<?> topic : topics) {
            rights.add(Right.topic(topic.name(), "makes it, checks it and publishes there", operations));
        }
    }
}
