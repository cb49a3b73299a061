package dungeon.lobby;

import static dungeon.lobby.LobbyTables.MAP_TYPES;
import static dungeon.lobby.LobbyTables.PLAYERS;
import static dungeon.lobby.LobbyTables.TOTALS;

import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Handlers;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.GuestKept;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MapTypeRemoved;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.MatchRoomAssigned;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.PlayerExpired;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.PoolEntered;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.RoomConfirmed;
import dungeon.schemas.RoomExpected;
import dungeon.schemas.RoomGranted;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.SearchEnded;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.state.LobbyMapType;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.LobbyTotals;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** How events change the lobby: the only way in which its state changes. It knows no rules. */
public final class LobbyEvolution {
    private static final Handlers<StateChanges, EventMetadata> HANDLERS = Handlers.<StateChanges, EventMetadata>of(
                    LobbyEvent.getClassSchema(), "payload")
            .on(PlayerRegistered.class, LobbyEvolution::registered)
            .on(PlayerExpired.class, LobbyEvolution::expired)
            .on(GuestKept.class, (state, event, kept) -> keep(state))
            .on(PlayerRenamed.class, LobbyEvolution::renamed)
            .on(MapTypeCreated.class, LobbyEvolution::created)
            .on(MapTypeRemoved.class, LobbyEvolution::removed)
            .on(PracticeGameGranted.class, PracticeEvolution::granted)
            .on(MatchGranted.class, PracticeEvolution::matchGranted)
            .on(PracticeGameConfirmed.class, PracticeEvolution::confirmed)
            .on(PracticeGameClosed.class, PracticeEvolution::closed)
            .on(PracticeGameReleased.class, PracticeEvolution::released)
            .on(RoomGranted.class, RoomEvolution::granted)
            .on(RoomConfirmed.class, RoomEvolution::confirmed)
            .on(RoomReleased.class, RoomEvolution::released)
            .on(SearchStarted.class, SearchEvolution::started)
            .on(PoolEntered.class, PoolEvolution::entered)
            .on(SearchRenewed.class, PoolEvolution::renewed)
            .on(PoolLeft.class, PoolEvolution::left)
            .on(OpponentsMatched.class, PoolEvolution::matched)
            .on(MatchRoomRequested.class, SearchEvolution::requested)
            .on(RoomExpected.class, SearchEvolution::expected)
            .on(MatchRoomAssigned.class, SearchEvolution::assigned)
            .on(SearchEnded.class, SearchEvolution::ended)
            .ignore(CommandRejected.class)
            .build();

    /** Throws on an event that it does not know. */
    public static final Evolver EVOLVER = HANDLERS::handle;

    private LobbyEvolution() {}

    private static void registered(StateChanges state, EventMetadata event, PlayerRegistered registered) {
        Instant expiresAt = registered.getExpiresAt();
        LobbyPlayer player = new LobbyPlayer();
        player.setSequence(event.sequence());
        player.setPlayerId(registered.getPlayerId());
        player.setPlayerName(registered.getPlayerName());
        player.setRegisteredAtMs(event.timeMs());
        player.setMapTypes(List.of());
        player.setPracticeGames(List.of());
        player.setUnplayableMaps(List.of());
        player.setRooms(List.of());
        if (expiresAt != null) {
            player.setExpiresAtMs(expiresAt.toEpochMilli());
            state.setTimer(LobbyTimers.GUEST, expiresAt.toEpochMilli());
            count(state, totals -> totals.setGuests(totals.getGuests() + 1));
        }
        state.put(PLAYERS, player);
    }

    /** The name says when it was made, so it cannot come again, and nothing has to be kept of it. */
    private static void expired(StateChanges state, EventMetadata event, PlayerExpired expired) {
        count(state, totals -> totals.setGuests(totals.getGuests() - 1));
        state.closeAndForget(event.timeMs());
    }

    private static void renamed(StateChanges state, EventMetadata event, PlayerRenamed renamed) {
        if (!state.get(PLAYERS).getPlayerName().equals(renamed.getPlayerName())) {
            state.change(PLAYERS, null, player -> player.setPlayerName(renamed.getPlayerName()));
            count(state, totals -> totals.setRenamed(totals.getRenamed() + 1));
        }
    }

    /** Whoever has played stays, and whoever is about to. */
    static void keep(StateChanges state) {
        if (state.get(PLAYERS).getExpiresAtMs() != null) {
            state.change(PLAYERS, null, player -> player.setExpiresAtMs(null));
            state.cancelTimer(LobbyTimers.GUEST);
            count(state, totals -> totals.setGuests(totals.getGuests() - 1));
        }
    }

    private static void created(StateChanges state, EventMetadata event, MapTypeCreated created) {
        if (created.getExpiresAt() == null) {
            state.put(MAP_TYPES, new LobbyMapType(event.sequence(), created.getMapTypeId(), event.timeMs()));
        } else {
            MapTypes.add(state, created.getMapTypeId(), created.getExpiresAt().toEpochMilli());
            count(state, totals -> totals.setMapTypes(totals.getMapTypes() + 1));
        }
    }

    private static void removed(StateChanges state, EventMetadata event, MapTypeRemoved removed) {
        if (state.get(PLAYERS) == null) {
            state.close();
        } else {
            MapTypes.remove(state, removed.getMapTypeId());
            count(state, totals -> totals.setMapTypes(totals.getMapTypes() - 1));
        }
    }

    /** Changes what is counted over all players of the partition; a fold of one player's events alone does not count. */
    static void count(StateChanges state, Consumer<LobbyTotals> change) {
        LobbyTotals before = state.get(TOTALS);
        LobbyTotals after = before == null ? new LobbyTotals(0L, 0L, 0L, 0L, 0L, 0L) : TOTALS.copyOf(before);
        change.accept(after);
        state.put(TOTALS, after);
    }
}
