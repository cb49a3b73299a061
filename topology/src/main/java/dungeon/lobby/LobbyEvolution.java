package dungeon.lobby;

import static dungeon.lobby.LobbyTables.MAP_TYPES;
import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Handlers;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;

/** How events change the lobby: the only way in which its state changes. It knows no rules. */
public final class LobbyEvolution {
    private static final Handlers<StateChanges, EventMetadata> HANDLERS = Handlers.<StateChanges, EventMetadata>of(
                    LobbyEvent.getClassSchema(), "payload")
            .on(PlayerRegistered.class, LobbyEvolution::registered)
            .on(MapTypeCreated.class, LobbyEvolution::created)
            .ignore(CommandRejected.class)
            .build();

    /** Throws on an event that it does not know. */
    public static final Evolver EVOLVER = HANDLERS::handle;

    private LobbyEvolution() {}

    private static void registered(StateChanges state, EventMetadata event, PlayerRegistered registered) {
        state.put(
                PLAYERS,
                new Player(event.sequence(), registered.getPlayerId(), registered.getPlayerName(), event.timeMs()));
    }

    private static void created(StateChanges state, EventMetadata event, MapTypeCreated created) {
        state.put(
                MAP_TYPES,
                new StoredMapType(
                        event.sequence(), created.getMapTypeId(), event.playerId(), created.getMap(), event.timeMs()));
    }
}
