package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;

import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Detail;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;

/** When a player's name is taken away. The new one follows from the id, so that nobody has to make sure that it is free. */
final class NameRules {
    private NameRules() {}

    static void rename(Decision<StateReader> decision) {
        LobbyPlayer player = decision.state().get(PLAYERS);
        String given = GivenNames.of(player.getPlayerId());
        if (!decision.principal().isAdministrator()) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.NOT_ADMINISTRATOR,
                    "Names are taken away by administrators only",
                    List.of());
        } else if (LobbySubjects.isGuestName(player.getPlayerName())) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.MALFORMED,
                    "A guest's name was made up, and is nothing to take away",
                    List.of(new Detail("subject", "must be that of a player with a chosen name")));
        } else if (!player.getPlayerName().equals(given)
                && LobbyDecider.totals(decision).getRenamed() >= LobbyLimits.RENAMED_PER_PARTITION) {
            LobbyDecider.refuse(
                    decision,
                    RejectionCode.LIMIT_REACHED,
                    "As many names were taken away as each instance keeps in mind; ban the player",
                    List.of(
                            new Detail("limit", "renamed"),
                            new Detail("maximum", String.valueOf(LobbyLimits.RENAMED_PER_PARTITION))));
        } else {
            // Asked again, the answer is the same.
            decision.emit(new PlayerRenamed(given));
        }
    }
}
