package dungeon.topology.lobby;

import dungeon.rules.HandledCommand;
import dungeon.rules.LobbyRules;
import dungeon.rules.LobbyWorld;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.state.LobbyProgress;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import dungeon.topology.HandledCommands;
import dungeon.topology.StoreFactory;
import dungeon.topology.admission.Received;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Runs the rules of the lobby on the stores of a task. */
public final class LobbyProcessor implements Processor<String, Received<LobbyCommand>, String, LobbyEvent> {
    static final String LOBBY_PROGRESS = "lobby-progress";
    static final String PLAYERS = "players";
    static final String MAP_TYPES = "map-types";
    static final String HANDLED_LOBBY_COMMANDS = "handled-lobby-commands";

    private ProcessorContext<String, LobbyEvent> context;
    private KeyValueStore<Bytes, LobbyProgress> progress;
    private KeyValueStore<Bytes, Player> players;
    private KeyValueStore<Bytes, StoredMapType> mapTypes;
    private HandledCommands handledCommands;

    /** Supplies processors and their stores. */
    public static ProcessorSupplier<String, Received<LobbyCommand>, String, LobbyEvent> supplier(StoreFactory factory) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Received<LobbyCommand>, String, LobbyEvent> get() {
                return new LobbyProcessor();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return new LinkedHashSet<>(List.of(
                        factory.store(LOBBY_PROGRESS, LobbyProgress.class),
                        factory.store(PLAYERS, Player.class),
                        factory.store(MAP_TYPES, StoredMapType.class),
                        HandledCommands.storeBuilder(HANDLED_LOBBY_COMMANDS)));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, LobbyEvent> processorContext) {
        context = processorContext;
        progress = context.getStateStore(LOBBY_PROGRESS);
        players = context.getStateStore(PLAYERS);
        mapTypes = context.getStateStore(MAP_TYPES);
        handledCommands = new HandledCommands(context.getStateStore(HANDLED_LOBBY_COMMANDS));
    }

    @Override
    public void process(Record<String, Received<LobbyCommand>> record) {
        Received<LobbyCommand> received = record.value();
        LobbyRules.handle(new StoreLobbyWorld(record.key()), received.command(), received.arrival())
                .ifPresent(event -> context.forward(
                        new Record<>(event.getSubject(), event, event.getTime().toEpochMilli())));
        // Seldom does a subject have two commands between two commits.
        handledCommands.endBatches();
    }

    private final class StoreLobbyWorld implements LobbyWorld {
        private final String subject;
        private final Bytes key;

        StoreLobbyWorld(String subject) {
            this.subject = subject;
            this.key = Bytes.wrap(subject.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String subject() {
            return subject;
        }

        @Override
        public LobbyProgress progress() {
            return progress.get(key);
        }

        @Override
        public Player player() {
            return players.get(key);
        }

        @Override
        public StoredMapType mapType() {
            return mapTypes.get(key);
        }

        @Override
        public Long handledAtMs(HandledCommand command, long nowMs) {
            return handledCommands.handledAtMs(key, command);
        }

        @Override
        public void put(LobbyProgress changed) {
            progress.put(key, changed);
        }

        @Override
        public void put(Player player) {
            players.put(key, player);
        }

        @Override
        public void put(StoredMapType mapType) {
            mapTypes.put(key, mapType);
        }

        @Override
        public void remember(HandledCommand command, long nowMs) {
            handledCommands.remember(key, command, nowMs);
        }
    }
}
