package dungeon.queries.lobby;

import dungeon.rules.HandledCommand;
import dungeon.rules.LobbyEvolution;
import dungeon.rules.LobbyWorld;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.state.LobbyProgress;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All players and map types, folded from the events of the lobby. One thread folds, any number read. */
public final class LobbyView {
    private final Map<String, LobbyProgress> progressBySubject = new ConcurrentHashMap<>();
    private final Map<String, Player> playersBySubject = new ConcurrentHashMap<>();
    private final Map<String, Player> playersById = new ConcurrentHashMap<>();
    private final Map<String, StoredMapType> mapTypesBySubject = new ConcurrentHashMap<>();
    private final Map<String, StoredMapType> mapTypesById = new ConcurrentHashMap<>();

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
        if (event.getSequence() > 0) {
            LobbyEvolution.evolve(new Subject(event.getSubject()), event);
        }
    }

    private final class Subject implements LobbyWorld {
        private final String subject;

        Subject(String subject) {
            this.subject = subject;
        }

        @Override
        public String subject() {
            return subject;
        }

        @Override
        public LobbyProgress progress() {
            return progressBySubject.get(subject);
        }

        @Override
        public Player player() {
            return playersBySubject.get(subject);
        }

        @Override
        public StoredMapType mapType() {
            return mapTypesBySubject.get(subject);
        }

        @Override
        public void put(LobbyProgress progress) {
            progressBySubject.put(subject, progress);
        }

        @Override
        public void put(Player player) {
            playersBySubject.put(subject, player);
            playersById.put(player.getPlayerId(), player);
        }

        @Override
        public void put(StoredMapType mapType) {
            mapTypesBySubject.put(subject, mapType);
            mapTypesById.put(mapType.getMapTypeId(), mapType);
        }

        @Override
        public Long handledAtMs(HandledCommand command, long nowMs) {
            throw onlyOnWriteSide();
        }

        @Override
        public void remember(HandledCommand command, long nowMs) {
            throw onlyOnWriteSide();
        }

        private static UnsupportedOperationException onlyOnWriteSide() {
            return new UnsupportedOperationException("Only the write side decides, and only a decision asks for this");
        }
    }
}
