package dungeon.queries.lobby;

import dungeon.app.Contexts;
import dungeon.lobby.LobbyTables;
import dungeon.platform.core.EventFolder;
import dungeon.platform.core.state.StateBackend;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** All players and map types, folded from the events of the lobby. One thread folds, any number read. */
public final class LobbyView {
    private final Map<String, Player> playersById = new ConcurrentHashMap<>();
    private final Map<String, StoredMapType> mapTypesById = new ConcurrentHashMap<>();
    private final EventFolder<LobbyEvent> folder =
            new EventFolder<>(Contexts.LOBBY.context(), new UnitOfWork(LobbyTables.ALL, new Subjects()));

    public Optional<Player> player(String playerId) {
        return Optional.ofNullable(playersById.get(playerId));
    }

    public Optional<StoredMapType> mapType(String mapTypeId) {
        return Optional.ofNullable(mapTypesById.get(mapTypeId));
    }

    /** All map types, in the order in which they were stored. */
    public List<StoredMapType> mapTypes() {
        return mapTypesById.values().stream()
                .sorted(Comparator.comparingLong(StoredMapType::getCreatedAtMs)
                        .thenComparing(StoredMapType::getMapTypeId))
                .toList();
    }

    /** Folds an event in; one that is contained already changes nothing. */
    void fold(LobbyEvent event) {
        folder.fold(event);
        folder.commit();
        Player player = folder.get(LobbyTables.PLAYERS);
        if (player != null) {
            playersById.put(player.getPlayerId(), player);
        }
        StoredMapType mapType = folder.get(LobbyTables.MAP_TYPES);
        if (mapType != null) {
            mapTypesById.put(mapType.getMapTypeId(), mapType);
        }
    }

    /** The records of all subjects. A subject has one of each kind at most, and the lobby has no timers and deletes nothing. */
    private static final class Subjects implements StateBackend {
        private final List<Map<String, SpecificRecord>> bySubjectAndTable = new ArrayList<>();
        private String subject;

        Subjects() {
            LobbyTables.ALL.all().forEach(table -> bySubjectAndTable.add(new ConcurrentHashMap<>()));
        }

        @Override
        public void select(String aggregateId) {
            subject = aggregateId;
        }

        @Override
        public boolean keeps(Table<?, ?> table) {
            return !table.isWriteSideOnly();
        }

        @Override
        public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
            return table.type().cast(bySubjectAndTable.get(table.index()).get(subject));
        }

        @Override
        public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
            bySubjectAndTable.get(table.index()).put(subject, value);
        }

        @Override
        public <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action) {
            V only = load(table, null);
            if (only != null) {
                action.accept(only);
            }
        }

        @Override
        public AggregateTimers timers() {
            return AggregateTimers.NONE;
        }

        @Override
        public void add(DueTimer timer) {
            throw noTimers(timer);
        }

        @Override
        public void remove(DueTimer timer) {
            throw noTimers(timer);
        }

        @Override
        public boolean deleteBatch(int most) {
            return false;
        }

        private IllegalStateException noTimers(DueTimer timer) {
            return new IllegalStateException("The lobby has no timers, and %s has %s".formatted(subject, timer));
        }
    }
}
