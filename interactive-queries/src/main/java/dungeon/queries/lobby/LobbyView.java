package dungeon.queries.lobby;

import dungeon.platform.envelope.Ids;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MapTypeRemoved;
import dungeon.schemas.PlayerExpired;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;

/**
 * All players, map types and searches for opponents, from the events of the lobby, on disk: their number grows for years. Found by their
 * ids, whatever the key of the event was that told of them; what else happens in the lobby leaves no trace here. One thread folds, any
 * number read.
 */
public final class LobbyView implements AutoCloseable {
    private static final String TOPIC = "lobby-view";
    private static final String PLAYER = "player ";
    private static final String MAP_TYPE = "map-type ";
    private static final String SUMMARY = "summary ";
    /** To be raised when records are made differently, so that they are made anew. */
    private static final int FORMAT = 2;

    private static final JsonRecord<MapTypeSummary> SUMMARIES = new JsonRecord<>(MapTypeSummary.class);

    private final StateSerde<Player> players = new StateSerde<>(Player.class);
    private final StateSerde<StoredMapType> mapTypes = new StateSerde<>(StoredMapType.class);
    private final LobbyStore store;
    private final SearchRecords searches;

    private LobbyView(LobbyStore store) {
        this.store = store;
        this.searches = new SearchRecords(store);
    }

    /**
     * Opens the view in a folder. What is there of another log, or was made by a build with other records, is forgotten.
     *
     * @param log which log the events come from
     * @throws IllegalStateException if the folder cannot be used
     */
    public static LobbyView open(Path folder, String log) {
        String origin = "%s, format %d, schemas %x and %x"
                .formatted(
                        log,
                        FORMAT,
                        SchemaNormalization.parsingFingerprint64(Player.getClassSchema()),
                        SchemaNormalization.parsingFingerprint64(StoredMapType.getClassSchema()));
        return new LobbyView(LobbyStore.open(folder, origin));
    }

    public Optional<Player> player(String playerId) {
        return Optional.ofNullable(players.deserializer().deserialize(TOPIC, store.get(PLAYER + playerId)));
    }

    /** Where a search for an opponent stands; empty for one that is over. */
    public Optional<SearchSummary> search(String searchId) {
        return searches.find(searchId);
    }

    public Optional<StoredMapType> mapType(String mapTypeId) {
        return Optional.ofNullable(mapTypes.deserializer().deserialize(TOPIC, store.get(MAP_TYPE + mapTypeId)));
    }

    /**
     * Some map types, in the order of their ids.
     *
     * @param after only those with a greater id; empty for all
     * @param limit how many at most
     */
    public List<MapTypeSummary> mapTypes(String after, int limit) {
        return store.list(SUMMARY, SUMMARY + after, limit).stream()
                .map(SUMMARIES::read)
                .toList();
    }

    /** Takes an event in; one that is contained already changes nothing. */
    void fold(LobbyEvent event, int partition, long offset) {
        Map<String, Optional<byte[]>> changes = new HashMap<>();
        if (event.getPayload() instanceof PlayerRegistered registered) {
            registered(event, registered, changes);
        } else if (event.getPayload() instanceof MapTypeCreated created) {
            created(event, created, changes);
        } else if (event.getPayload() instanceof MapTypeRemoved removed) {
            changes.put(MAP_TYPE + removed.getMapTypeId(), Optional.empty());
            changes.put(SUMMARY + removed.getMapTypeId(), Optional.empty());
        } else if (event.getPayload() instanceof PlayerRenamed renamed) {
            renamed(event, renamed, changes);
        } else if (event.getPayload() instanceof PlayerExpired) {
            changes.put(PLAYER + Ids.nameBased(event.getSubject()), Optional.empty());
        } else {
            searches.fold(event, changes);
        }
        store.write(changes, Map.of(partition, offset + 1));
    }

    /** Goes on after a record that is left out. */
    void skip(int partition, long offset) {
        store.write(Map.of(), Map.of(partition, offset + 1));
    }

    /** How far partitions of the log were folded: offsets; those of which nothing was are left out. */
    Map<Integer, Long> positions(Iterable<Integer> partitions) {
        return store.positions(partitions);
    }

    @Override
    public void close() {
        store.close();
    }

    private void registered(LobbyEvent event, PlayerRegistered registered, Map<String, Optional<byte[]>> changes) {
        Player player = new Player(
                event.getSequence(),
                registered.getPlayerId(),
                registered.getPlayerName(),
                event.getTime().toEpochMilli());
        changes.put(
                PLAYER + registered.getPlayerId(),
                Optional.of(players.serializer().serialize(TOPIC, player)));
    }

    private void renamed(LobbyEvent event, PlayerRenamed renamed, Map<String, Optional<byte[]>> changes) {
        player(Ids.nameBased(event.getSubject())).ifPresent(player -> {
            player.setSequence(event.getSequence());
            player.setPlayerName(renamed.getPlayerName());
            changes.put(
                    PLAYER + player.getPlayerId(),
                    Optional.of(players.serializer().serialize(TOPIC, player)));
        });
    }

    private void created(LobbyEvent event, MapTypeCreated created, Map<String, Optional<byte[]>> changes) {
        String id = created.getMapTypeId();
        MapType map = created.getMap();
        long timeMs = event.getTime().toEpochMilli();
        StoredMapType stored = new StoredMapType(event.getSequence(), id, event.getPlayerId(), map, timeMs);
        MapTypeSummary summary = new MapTypeSummary(
                id, map.getName(), map.getDescription(), map.getWidth(), map.getHeight(), event.getPlayerId(), timeMs);
        changes.put(MAP_TYPE + id, Optional.of(mapTypes.serializer().serialize(TOPIC, stored)));
        changes.put(SUMMARY + id, Optional.of(SUMMARIES.write(summary)));
    }
}
