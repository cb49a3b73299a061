package dungeon.ingest.fake;

import com.nimbusds.jwt.SignedJWT;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.CreateGame;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Detail;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.JoinGame;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.Levels;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MapTypeRemoved;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemovalReason;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.SearchEndReason;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.StartGame;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tile;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Answers commands as the topology would, but by a short script instead of the rules. */
public final class FakeDecider {
    /** A robot that exists in every game. */
    public static final String ROBOT_ID = "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001";

    private static final Tile TILE = new Tile(1, 2);
    private static final Instant NOW = Instant.ofEpochMilli(1_000);

    private final FakeBrokers brokers;
    private final Deserializer<Command> commands;
    private final Serializer<Event> events;
    private final Deserializer<LobbyCommand> lobbyCommands;
    private final Deserializer<TicTacToeCommand> roomCommands;
    private final Serializer<LobbyEvent> lobbyEvents;
    private final FakeIdentity identity;
    private final Set<String> subjects = new HashSet<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> handled = new HashSet<>();
    private final Map<String, Object> handledLobby = new HashMap<>();
    private final Map<String, String> practiceGames = new HashMap<>();
    private final Map<String, String> searches = new HashMap<>();
    private int roomLeft = Integer.MAX_VALUE;
    private int namesToRefuse;
    private final Set<Class<?>> silentFor = ConcurrentHashMap.newKeySet();

    public FakeDecider(FakeBrokers brokers, String registryUrl) {
        this.brokers = brokers;
        Map<String, ?> config = Map.of(RegistryConfig.URL, registryUrl, RegistryConfig.RETRIES, 0);
        identity = new FakeIdentity(brokers, config);
        commands = Topics.COMMANDS.valueSerde(config).deserializer();
        events = Topics.EVENTS.valueSerde(config).serializer();
        lobbyCommands = Topics.LOBBY_COMMANDS.valueSerde(config).deserializer();
        roomCommands = Topics.TICTACTOE_COMMANDS.valueSerde(config).deserializer();
        lobbyEvents = Topics.LOBBY_EVENTS.valueSerde(config).serializer();
    }

    /** Gives no answer to commands of a kind, as a topology that lags behind. */
    public void silenceFor(Class<?> payload) {
        silentFor.add(payload);
    }

    public void speakAgain() {
        silentFor.clear();
    }

    /** Lets the next names that are asked for be taken. */
    public synchronized void takeNextNames(int count) {
        namesToRefuse = count;
    }

    /** Decides a record of a command topic. */
    public synchronized void decide(ProducerRecord<String, byte[]> message) {
        String role = role(message);
        if (message.topic().equals(Topics.COMMANDS.name())) {
            Command command = commands.deserialize(message.topic(), message.value());
            if (!silentFor.contains(command.getPayload().getClass())
                    && handled.add(command.getPlayerId() + command.getCommandId())) {
                publish(command, decide(command, role));
            }
        } else if (message.topic().equals(Topics.IDENTITY_COMMANDS.name())) {
            identity.decide(message);
        } else if (message.topic().equals(Topics.LOBBY_COMMANDS.name())) {
            LobbyCommand command = lobbyCommands.deserialize(message.topic(), message.value());
            if (!silentFor.contains(command.getPayload().getClass())) {
                Object payload = handledLobby.computeIfAbsent(
                        command.getSubject() + command.getCommandId(), id -> decide(command, role));
                String gameId = grantedGame(payload);
                if (gameId == null || !sequences.containsKey(gameId)) {
                    publish(command, payload);
                }
                if (gameId != null && !sequences.containsKey(gameId)) {
                    relay(command, gameId, creationOf(command, payload));
                }
            }
        }
    }

    private Object decide(LobbyCommand command, String role) {
        boolean isNew = subjects.add(command.getSubject());
        if (command.getPayload() instanceof RegisterPlayer register) {
            if (!role.equals("registrar")) {
                return rejected(RejectionCode.UNAUTHENTICATED, "Only the registrar registers, not a " + role);
            }
            if (namesToRefuse > 0) {
                namesToRefuse--;
                isNew = false;
            }
            return isNew
                    ? new PlayerRegistered(command.getPlayerId(), register.getPlayerName(), null)
                    : rejected(RejectionCode.NAME_TAKEN, "The name is taken");
        }
        if (command.getPayload() instanceof CreateMapType create) {
            CommandRejected faulty = faults(create.getMap());
            if (faulty != null) {
                return faulty;
            }
            return isNew
                    ? new MapTypeCreated(create.getMapTypeId(), create.getMap(), null)
                    : rejected(RejectionCode.MAP_TYPE_EXISTS, "The map type exists");
        }
        if (command.getPayload() instanceof StoreMapType store) {
            CommandRejected faulty = faults(store.getMap());
            return faulty != null
                    ? faulty
                    : new MapTypeCreated(Ids.timed(1_000, command.getCommandId()), store.getMap(), NOW);
        }
        if (command.getPayload() instanceof RemoveMapType remove) {
            return remove.getMapTypeId().startsWith("0")
                    ? new MapTypeRemoved(remove.getMapTypeId(), RemovalReason.OWNER)
                    : rejected(RejectionCode.UNKNOWN_MAP_TYPE, "There is no such map type");
        }
        if (command.getPayload() instanceof RenamePlayer) {
            return isNew
                    ? rejected(RejectionCode.UNKNOWN_PLAYER, "There is no such player")
                    : new PlayerRenamed(GivenNames.of(Ids.nameBased(command.getSubject())));
        }
        if (command.getPayload() instanceof SearchOpponent search) {
            return started(command, search);
        }
        if (command.getPayload() instanceof RenewSearch renew) {
            return searches.containsValue(renew.getSearchId())
                    ? new SearchRenewed(renew.getSearchId(), NOW)
                    : rejected(RejectionCode.NOT_SEARCHING, "There is no such search");
        }
        if (command.getPayload() instanceof LeaveSearch leave) {
            return searches.values().remove(leave.getSearchId())
                    ? new PoolLeft(leave.getSearchId(), command.getSubject(), SearchEndReason.LEFT)
                    : rejected(RejectionCode.NOT_SEARCHING, "There is no such search");
        }
        if (command.getPayload() instanceof RequestMatch request) {
            return granted(command, request);
        }
        return granted(command, (RequestPracticeGame) command.getPayload());
    }

    private Object started(LobbyCommand command, SearchOpponent search) {
        String running = searches.get(command.getSubject());
        if (running != null) {
            return rejected(RejectionCode.ALREADY_SEARCHING, "One is running", new Detail("searchId", running));
        }
        String searchId = Ids.timed(1_000, command.getCommandId());
        searches.put(command.getSubject(), searchId);
        return new SearchStarted(
                new OpponentSearch(
                        searchId,
                        command.getPlayerId(),
                        "Ann",
                        command.getSubject(),
                        search.getPace(),
                        search.getBot(),
                        search.getBotAfterMs()),
                NOW);
    }

    private static CommandRejected faults(MapType map) {
        return map.getWidth() > 200 || map.getHeight() > 200
                ? rejected(
                        RejectionCode.INVALID_MAP,
                        "The map has 2 faults",
                        new Detail("/width", "must be 2 to 200"),
                        new Detail("/height", "must be 2 to 200"))
                : null;
    }

    private Object granted(LobbyCommand command, RequestPracticeGame request) {
        if (roomLeft == 0) {
            return rejected(RejectionCode.LIMIT_REACHED, "There is no room", new Detail("retryAfterMs", "1001"));
        }
        String running = practiceGames.get(command.getSubject());
        if (running != null) {
            return rejected(RejectionCode.PRACTICE_GAME_RUNNING, "One is running", new Detail("gameId", running));
        }
        String gameId = Ids.timed(1_000, command.getCommandId());
        practiceGames.put(command.getSubject(), gameId);
        return new PracticeGameGranted(
                gameId,
                request.getMap(),
                "hash",
                request.getMapTypeId(),
                request.getBots(),
                request.getDurationMs(),
                NOW,
                null);
    }

    private Object granted(LobbyCommand command, RequestMatch request) {
        return roomLeft == 0
                ? rejected(
                        RejectionCode.LIMIT_REACHED,
                        "There is no room",
                        new Detail("retryAfterMs", "1001"),
                        new Detail("gameId", ROBOT_ID))
                : new MatchGranted(
                        Ids.timed(1_000, command.getCommandId()),
                        request.getMap(),
                        "hash",
                        request.getMapTypeId(),
                        new OpenMatch(command.getPlayerId(), "Ann", request.getBots()),
                        request.getSeats(),
                        request.getDurationMs(),
                        request.getWaitMs(),
                        NOW,
                        null);
    }

    /** The game that an event grants; null if it grants none. */
    private static String grantedGame(Object payload) {
        if (payload instanceof MatchGranted match) {
            return match.getGameId();
        }
        return payload instanceof PracticeGameGranted practice ? practice.getGameId() : null;
    }

    private static CreateGame creationOf(LobbyCommand command, Object payload) {
        if (payload instanceof MatchGranted match) {
            return new CreateGame(
                    match.getMap(),
                    Rules.newBuilder().setExpiresAfterMs(match.getWaitMs()).build(),
                    match.getSeats(),
                    match.getDurationMs(),
                    ByteBuffer.allocate(32),
                    null,
                    match.getMapTypeId(),
                    command.getSubject(),
                    match.getMatch());
        }
        PracticeGameGranted practice = (PracticeGameGranted) payload;
        return new CreateGame(
                practice.getMap(),
                Rules.newBuilder().build(),
                1 + practice.getBots(),
                practice.getDurationMs(),
                ByteBuffer.allocate(32),
                command.getPlayerId(),
                practice.getMapTypeId(),
                command.getSubject(),
                null);
    }

    /** Does what the lobby's relay does. */
    private void relay(LobbyCommand command, String gameId, CreateGame create) {
        Command relayed = new Command(
                Ids.relayed(Topics.LOBBY_EVENTS.name(), command.getSubject(), 1L, 0),
                Instant.now(),
                gameId,
                null,
                create);
        publish(relayed, decide(relayed, "service"));
    }

    /** Lets there be no room for tokens that are taken back one by one, or room again. */
    public synchronized void setFullOfRevocations(boolean whether) {
        identity.setFull(whether);
    }

    /** Lets the lobby have no room for practice games, or room again. */
    public synchronized void setRoomLeft(int games) {
        roomLeft = games;
    }

    private List<Object> decide(Command command, String role) {
        Object payload = command.getPayload();
        boolean exists = sequences.containsKey(command.getGameId());
        if (payload instanceof CreateGame create) {
            if (create.getMap().getWidth() > 200) {
                return List.of(rejected(
                        RejectionCode.INVALID_MAP, "The map has a fault", new Detail("/width", "must be 2 to 200")));
            }
            if (create.getRules().getInitialCredits() < 0) {
                return List.of(rejected(
                        RejectionCode.INVALID_RULES,
                        "The rules have a fault",
                        new Detail("/initialCredits", "is negative")));
            }
            sequences.put(command.getGameId(), 0L);
            return List.of(
                    new GameCreated(
                            create.getMap(),
                            create.getRules(),
                            create.getParticipantLimit(),
                            create.getDurationMs(),
                            "00",
                            create.getPracticeFor(),
                            create.getMapTypeId(),
                            1,
                            NOW.plusMillis(create.getRules().getExpiresAfterMs()),
                            null,
                            create.getMatch()),
                    new MapInstantiated(
                            0, 0, ByteBuffer.allocate(0), ByteBuffer.allocate(0), List.of(), List.of(), 1_000_000L));
        }
        if (!exists) {
            return List.of(rejected(RejectionCode.UNKNOWN_GAME, "There is no game " + command.getGameId()));
        }
        if (payload instanceof StartGame) {
            return List.of(new GameStarted(NOW, NOW.plusSeconds(600)));
        }
        if (payload instanceof EndGame) {
            practiceGames.values().remove(command.getGameId());
            return List.of(
                    role.equals("administrator") || role.equals("player")
                            ? new GameEnded(EndReason.ADMINISTRATOR, "00", List.of(), NOW.plusSeconds(3_600), null)
                            : rejected(RejectionCode.NOT_ADMINISTRATOR, "Only administrators end games"));
        }
        if (payload instanceof JoinGame join) {
            return List.of(new PlayerJoined(join.getPlayerName(), TILE, 500L, 0));
        }
        if (payload instanceof BuyRobots buy) {
            return bought(buy.getQuantity());
        }
        if (payload instanceof MoveRobot move) {
            return List.of(
                    move.getRobotId().equals(ROBOT_ID)
                            ? new RobotMoved(ROBOT_ID, TILE, condition(), null, null)
                            : rejected(
                                    RejectionCode.UNKNOWN_ROBOT,
                                    "There is no robot " + move.getRobotId(),
                                    new Detail("robotId", move.getRobotId())));
        }
        throw new IllegalArgumentException("No script for " + payload);
    }

    private static List<Object> bought(int quantity) {
        List<Object> payloads = new ArrayList<>();
        payloads.add(
                new RobotsPurchased("5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c002", quantity, TILE, 100L * quantity, 0L, 1L));
        for (int i = 0; i < quantity; i++) {
            payloads.add(new RobotSpawned(
                    UUID.randomUUID().toString(),
                    "robot-" + i,
                    condition(),
                    Levels.newBuilder().build(),
                    i + 2L));
        }
        return payloads;
    }

    private void publish(Command command, List<Object> payloads) {
        for (int i = 0; i < payloads.size(); i++) {
            Long last = sequences.get(command.getGameId());
            long sequence = last == null ? 0 : last + 1;
            sequences.computeIfPresent(command.getGameId(), (game, before) -> sequence);
            publish(new Event(
                    command.getGameId(),
                    sequence,
                    Instant.now(),
                    command.getCommandId(),
                    command.getPlayerId(),
                    payloads.size() - 1 - i,
                    payloads.get(i)));
        }
    }

    /** Publishes an event of a game. */
    public void publish(Event event) {
        brokers.append(
                Topics.EVENTS.name(),
                event.getGameId(),
                events.serialize(Topics.EVENTS.name(), event),
                event.getTime().toEpochMilli());
    }

    private void publish(LobbyCommand command, Object payload) {
        LobbyEvent event = new LobbyEvent(
                command.getSubject(), 1L, Instant.now(), command.getCommandId(), command.getPlayerId(), 0, payload);
        publish(event);
    }

    /** Publishes an event of the lobby. */
    public void publish(LobbyEvent event) {
        brokers.append(
                Topics.LOBBY_EVENTS.name(),
                event.getSubject(),
                lobbyEvents.serialize(Topics.LOBBY_EVENTS.name(), event),
                event.getTime().toEpochMilli());
    }

    /** Publishes an event about who somebody is. */
    public void publish(IdentityEvent event) {
        identity.publish(event);
    }

    private static CommandRejected rejected(RejectionCode code, String message, Detail... details) {
        return new CommandRejected(code, message, List.of(details));
    }

    private static Condition condition() {
        return new Condition(TILE, 10, 0, 20, 0, Instant.EPOCH, Instant.EPOCH, 0, null);
    }

    private static String role(ProducerRecord<String, byte[]> message) {
        String header = new String(
                message.headers().lastHeader(Topics.AUTHORIZATION_HEADER).value(), StandardCharsets.UTF_8);
        try {
            return SignedJWT.parse(header.substring("Bearer ".length()))
                    .getJWTClaimsSet()
                    .getStringListClaim("roles")
                    .get(0);
        } catch (ParseException e) {
            throw new IllegalArgumentException(header, e);
        }
    }

    /** The command in a record, for tests that look at what was sent. */
    public Command command(ProducerRecord<String, byte[]> message) {
        return commands.deserialize(message.topic(), message.value());
    }

    /** The lobby's command in a record, for tests that look at what was sent. */
    public LobbyCommand lobbyCommand(ProducerRecord<String, byte[]> message) {
        return lobbyCommands.deserialize(message.topic(), message.value());
    }

    /** The command to a room in a record, which nobody decides here. */
    public TicTacToeCommand roomCommand(ProducerRecord<String, byte[]> message) {
        return roomCommands.deserialize(message.topic(), message.value());
    }
}
