package dungeon.ingest.commands;

import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MapTypeRemoved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The map types that games can be made from: those of the lobby, and the shipped ones, which are the same whether the lobby has them
 * already or will have them in a moment. Of those of the lobby it is only known where they stand in the log, some hundred bytes each, and
 * the lobby bounds how many there are; a map is read when somebody wants it.
 */
public final class MapTypes {
    /** Where a map type stands: whose it is, and in which event. */
    private record Entry(String subject, LobbyLog.Place place) {}

    private final Map<String, Entry> stored = new ConcurrentHashMap<>();
    private final ShippedMapTypes shipped;
    private final LobbyLog log;

    public MapTypes(ShippedMapTypes shipped, LobbyLog log) {
        this.shipped = shipped;
        this.log = log;
    }

    void add(CommittedEvent event, LobbyLog.Place place) {
        if (event.is(MapTypeCreated.class) && event.payload() instanceof MapTypeCreated created) {
            stored.put(created.getMapTypeId(), new Entry(event.key(), place));
        } else if (event.is(MapTypeRemoved.class) && event.payload() instanceof MapTypeRemoved removed) {
            stored.remove(removed.getMapTypeId());
        }
    }

    /** Takes what an earlier start has learnt. */
    void restore(List<MapTypesFile.Stored> known) {
        known.forEach(each -> stored.put(
                each.mapTypeId(), new Entry(each.subject(), new LobbyLog.Place(each.partition(), each.offset()))));
    }

    /** What is known now, for a later start. */
    List<MapTypesFile.Stored> known() {
        return stored.entrySet().stream()
                .map(each -> new MapTypesFile.Stored(
                        each.getKey(),
                        each.getValue().subject(),
                        each.getValue().place().partition(),
                        each.getValue().place().offset()))
                .toList();
    }

    /** Whether the lobby has a map type. */
    boolean isStored(String mapTypeId) {
        return stored.containsKey(mapTypeId);
    }

    /** The subject of the lobby that a map type belongs to; empty if the lobby has none of this id. */
    public Optional<String> subjectOf(String mapTypeId) {
        return Optional.ofNullable(stored.get(mapTypeId)).map(Entry::subject);
    }

    /**
     * A map type by its id; empty if there is none.
     *
     * @throws Problem BROKER_UNAVAILABLE if it cannot be read now
     */
    public Optional<MapType> find(String mapTypeId) {
        MapType ours = shipped.byId().get(mapTypeId);
        if (ours != null) {
            return Optional.of(ours);
        }
        return Optional.ofNullable(stored.get(mapTypeId)).map(entry -> log.mapTypeAt(entry.place()));
    }

    /**
     * A map type by its id.
     *
     * @throws Problem UNKNOWN_MAP_TYPE if there is none, or BROKER_UNAVAILABLE if it cannot be read now
     */
    public MapType get(String mapTypeId) {
        return find(mapTypeId).orElseThrow(() -> unknown(mapTypeId));
    }

    /** The problem of whoever asks for a map type that is not there. */
    public static Problem unknown(String mapTypeId) {
        return new Problem(
                ProblemCode.UNKNOWN_MAP_TYPE,
                "There is no map type %s; GET /map-types of the queries lists them".formatted(mapTypeId));
    }
}
