package dungeon.rules;

import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.state.LobbyProgress;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;

/** How events change the lobby: the only way in which its state changes. */
public final class LobbyEvolution {
    private LobbyEvolution() {}

    /** Folds an event into the state of its subject. Events outside the sequence (number 0) change nothing. */
    public static void evolve(LobbyWorld world, LobbyEvent event) {
        long sequence = event.getSequence();
        long timeMs = event.getTime().toEpochMilli();
        if (sequence <= sequenceOf(world)) {
            return;
        }
        boolean known = sequenceOf(world) > 0;
        if (event.getPayload() instanceof PlayerRegistered registered) {
            world.put(new Player(sequence, registered.getPlayerId(), registered.getPlayerName(), timeMs));
        } else if (event.getPayload() instanceof MapTypeCreated created) {
            world.put(
                    new StoredMapType(sequence, created.getMapTypeId(), event.getPlayerId(), created.getMap(), timeMs));
        } else if (!known) {
            return;
        }
        // A record of its own: whoever sends small commands about a large map type must not have it written each time.
        world.put(new LobbyProgress(sequence));
    }

    /** The last event of a subject; 0 if it has none, which means that it is not there. */
    static long sequenceOf(LobbyWorld world) {
        if (world.progress() != null) {
            return world.progress().getSequence();
        }
        // As earlier builds have left it.
        if (world.player() != null) {
            return world.player().getSequence();
        }
        return world.mapType() != null ? world.mapType().getSequence() : 0;
    }
}
