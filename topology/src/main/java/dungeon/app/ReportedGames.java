package dungeon.app;

import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameState;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.ReportParticipation;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;

/** From the robots to the lobby: what has become of the games that it asked for, and that guests play. */
final class ReportedGames implements RelayPolicy<Event> {
    @Override
    public List<Outgoing> commandsFor(Event event) {
        Object payload = event.getPayload();
        if (payload instanceof GameCreated created) {
            return report(event, created.getRequestedBy(), GameState.CREATED);
        }
        if (payload instanceof GameEnded ended) {
            return report(event, ended.getRequestedBy(), GameState.ENDED);
        }
        if (payload instanceof CommandRejected rejected) {
            return report(event, RequestedBy.in(rejected.getDetails()), GameState.ENDED);
        }
        if (payload instanceof PlayerJoined joined && LobbySubjects.isGuestName(joined.getPlayerName())) {
            return List.of(new Outgoing(
                    LobbySubjects.ofPlayer(joined.getPlayerName()), new ReportParticipation(event.getGameId())));
        }
        return List.of();
    }

    private static List<Outgoing> report(Event event, String subject, GameState state) {
        return subject == null
                ? List.of()
                : List.of(new Outgoing(subject, new ReportPracticeGame(event.getGameId(), state)));
    }
}
