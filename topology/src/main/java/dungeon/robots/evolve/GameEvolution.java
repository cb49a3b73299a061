package dungeon.robots.evolve;

import static dungeon.robots.state.RobotsTables.ACCOUNTS;
import static dungeon.robots.state.RobotsTables.COUNTERS;
import static dungeon.robots.state.RobotsTables.GAMES;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.MapType;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Game;
import java.util.List;

/** How a game comes into being, gets its participants, starts and ends. */
final class GameEvolution {
    private GameEvolution() {}

    static void created(StateChanges state, EventMetadata event, GameCreated created) {
        if (state.get(GAMES) == null) {
            state.put(GAMES, game(event, created));
            state.setTimer(RobotsTimers.expiry(), created.getExpiresAt().toEpochMilli());
        }
        if (state.get(COUNTERS) == null) {
            state.put(COUNTERS, new Counters(event.sequence(), 0L, 0L));
        }
    }

    private static Game game(EventMetadata event, GameCreated created) {
        MapType map = created.getMap();
        Game game = new Game();
        game.setSequence(event.sequence());
        game.setGameId(event.aggregateId());
        game.setState(GameState.CREATED);
        game.setMapName(map.getName());
        game.setMapTypeId(created.getMapTypeId());
        game.setWidth(map.getWidth());
        game.setHeight(map.getHeight());
        game.setBlackHoleDestruction(map.getBlackHoleDestruction());
        game.setStations(List.of());
        game.setDiscoveries(map.getDiscoveries());
        game.setRules(created.getRules());
        game.setRulesVersion(created.getRulesVersion());
        game.setParticipantLimit(created.getParticipantLimit());
        game.setDurationMs(created.getDurationMs());
        game.setSeedHash(created.getSeedHash());
        game.setPracticeFor(created.getPracticeFor());
        game.setRequestedBy(created.getRequestedBy());
        game.setMatch(created.getMatch());
        game.setExpiresAtMs(created.getExpiresAt().toEpochMilli());
        game.setCreatedAtMs(event.timeMs());
        return game;
    }

    static void started(StateChanges state, EventMetadata event, GameStarted started) {
        state.change(GAMES, null, game -> {
            game.setState(GameState.STARTED);
            game.setStartedAtMs(started.getStartedAt().toEpochMilli());
            game.setEndsAtMs(started.getEndsAt().toEpochMilli());
            state.cancelTimer(RobotsTimers.expiry());
            state.setTimer(RobotsTimers.end(), started.getEndsAt().toEpochMilli());
        });
    }

    static void ended(StateChanges state, EventMetadata event, GameEnded ended) {
        state.change(GAMES, null, game -> {
            game.setState(GameState.ENDED);
            game.setEndedAtMs(event.timeMs());
            game.setEndReason(ended.getReason());
            game.setSeed(ended.getSeed());
            game.setStandings(ended.getStandings());
            state.cancelTimers();
            state.setTimer(RobotsTimers.purge(), ended.getPurgedAt().toEpochMilli());
        });
    }

    static void joined(StateChanges state, EventMetadata event, PlayerJoined joined) {
        if (state.get(ACCOUNTS, event.playerId()) == null) {
            Account account = new Account();
            account.setSequence(event.sequence());
            account.setPlayerId(event.playerId());
            account.setPlayerName(joined.getPlayerName());
            account.setNumber(joined.getNumber());
            account.setHomeStation(joined.getHomeStation());
            account.setBalance(joined.getBalance());
            account.setKills(List.of());
            state.put(ACCOUNTS, account);
        }
        state.change(GAMES, null, game -> game.setParticipants(game.getParticipants() + 1));
    }

    static void eliminated(StateChanges state, EventMetadata event, PlayerEliminated eliminated) {
        state.change(ACCOUNTS, event.playerId(), account -> account.setEliminated(true));
    }
}
