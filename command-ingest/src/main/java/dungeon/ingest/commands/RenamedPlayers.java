package dungeon.ingest.commands;

import dungeon.platform.envelope.Ids;
import dungeon.schemas.Command;
import dungeon.schemas.JoinGame;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.topics.GivenNames;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whose name an administrator has taken away, by ids; the lobby bounds how many there are. Their tokens still have the name. */
public final class RenamedPlayers {
    private final Set<String> playerIds = ConcurrentHashMap.newKeySet();

    void add(CommittedEvent event) {
        if (event.is(PlayerRenamed.class)) {
            playerIds.add(Ids.nameBased(event.key()));
        }
    }

    /** Takes what an earlier start has learnt. */
    void restore(List<String> known) {
        playerIds.addAll(known);
    }

    /** What is known now, for a later start. */
    List<String> known() {
        return List.copyOf(playerIds);
    }

    /** Lets a player join under the name that was given instead, whatever the token or the sender says. */
    void giveName(Command command) {
        if (command.getPayload() instanceof JoinGame join && playerIds.contains(command.getPlayerId())) {
            join.setPlayerName(GivenNames.of(command.getPlayerId()));
        }
    }

    /** As {@link #giveName(Command)}, in a room. */
    void giveName(TicTacToeCommand command) {
        if (command.getPayload() instanceof JoinRoom join && playerIds.contains(command.getPlayerId())) {
            join.setPlayerName(GivenNames.of(command.getPlayerId()));
        }
    }
}
