package dungeon.ingest.commands;

import dungeon.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets a start go on where an earlier one has stopped learning of map types and of new names. On the thread that reads the log, but for the end. */
final class KnownMapTypes implements CommittedEvents.LobbyStart {
    private final MapTypesFile file;
    private final KafkaClients clients;
    private final MapTypes mapTypes;
    private final RenamedPlayers renamed;
    private final Map<Integer, Long> nextOffsets = new HashMap<>();
    private String log = "";

    KnownMapTypes(MapTypesFile file, KafkaClients clients, MapTypes mapTypes, RenamedPlayers renamed) {
        this.file = file;
        this.clients = clients;
        this.mapTypes = mapTypes;
        this.renamed = renamed;
    }

    @Override
    public Map<Integer, Long> begin(Map<Integer, Long> ends) {
        log = clients.idOf(Topics.LOBBY_EVENTS.name());
        Optional<MapTypesFile.Content> known = file.load(log, ends);
        known.ifPresent(content -> {
            mapTypes.restore(content.mapTypes());
            renamed.restore(content.renamed());
        });
        return known.map(MapTypesFile.Content::nextOffsets)
                .orElseGet(() -> ends.keySet().stream().collect(Collectors.toMap(partition -> partition, end -> 0L)));
    }

    @Override
    public void hasPassed(Map<Integer, Long> offsets) {
        nextOffsets.putAll(offsets);
        if (file.isDue()) {
            save();
        }
    }

    /** Saves what is known; nothing reads the log any more. */
    void close() {
        save();
    }

    private void save() {
        if (!nextOffsets.isEmpty()) {
            file.save(new MapTypesFile.Content(log, Map.copyOf(nextOffsets), mapTypes.known(), renamed.known()));
        }
    }
}
