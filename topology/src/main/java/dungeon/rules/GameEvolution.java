package dungeon.rules;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.TimerKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** How a game gets its map and its participants, starts, ends and goes. */
final class GameEvolution {
    private GameEvolution() {}

    static void created(Fold fold, GameCreated created) {
        if (fold.world().game() != null) {
            return;
        }
        var map = created.getMap();
        Game game = new Game();
        game.setGameId(fold.event().getGameId());
        game.setState(GameState.CREATED);
        game.setMapName(map.getName());
        game.setWidth(map.getWidth());
        game.setHeight(map.getHeight());
        game.setBlackHoleDestruction(map.getBlackHoleDestruction());
        game.setStations(List.of());
        game.setDiscoveries(map.getDiscoveries());
        game.setRules(created.getRules());
        game.setParticipantLimit(created.getParticipantLimit());
        game.setDurationMs(created.getDurationMs());
        game.setSeedHash(created.getSeedHash());
        game.setPracticeFor(created.getPracticeFor());
        game.setCreatedAtMs(fold.timeMs());
        setTimer(fold, game, fold.timeMs() + created.getRules().getExpiresAfterMs(), TimerKind.GAME_EXPIRY);
        game.setSequence(fold.sequence());
        fold.world().put(game);
    }

    static void mapInstantiated(Fold fold, MapInstantiated map) {
        ContentKind[] contents = new ContentKind[map.getWidth() * map.getHeight()];
        List<Tile> stations = new ArrayList<>();
        for (Content content : map.getContents()) {
            Tile at = content.getTile();
            contents[at.getY() * map.getWidth() + at.getX()] = content.getKind();
            if (content.getKind() == ContentKind.SPACE_STATION) {
                stations.add(at);
            }
        }
        ByteBuffer gravity = map.getGravity().slice();
        ByteBuffer structure = map.getStructure().slice();
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                if (fold.world().tile(x, y) == null) {
                    int index = y * map.getWidth() + x;
                    fold.world()
                            .put(new MapTile(
                                    fold.sequence(),
                                    x,
                                    y,
                                    TileCodes.gravity(gravity.get(index)),
                                    TileCodes.structure(structure.get(index)),
                                    contents[index],
                                    ByteBuffer.allocate(0)));
                }
            }
        }
        stations.sort(Comparator.comparingInt(Tile::getY).thenComparingInt(Tile::getX));
        fold.changeGame(game -> game.setStations(stations));
        ResourceEvolution.mapInstantiated(fold, map);
    }

    static void started(Fold fold, GameStarted started) {
        fold.changeGame(game -> {
            game.setState(GameState.STARTED);
            game.setStartedAtMs(started.getStartedAt().toEpochMilli());
            game.setEndsAtMs(started.getEndsAt().toEpochMilli());
            cancelTimer(fold, game, TimerKind.GAME_EXPIRY);
            setTimer(fold, game, started.getEndsAt().toEpochMilli(), TimerKind.GAME_END);
        });
    }

    static void ended(Fold fold, GameEnded ended) {
        fold.changeGame(game -> {
            game.setState(GameState.ENDED);
            game.setEndedAtMs(fold.timeMs());
            game.setEndReason(ended.getReason());
            game.setSeed(ended.getSeed());
            game.setStandings(ended.getStandings());
            fold.world().cancelTimers();
            setTimer(fold, game, fold.timeMs() + game.getRules().getPurgedAfterMs(), TimerKind.GAME_PURGE);
        });
    }

    /** The records stay until they are removed piece by piece; who only folds events keeps them. */
    static void purged(Fold fold) {
        fold.changeGame(game -> {
            cancelTimer(fold, game, TimerKind.GAME_PURGE);
            setTimer(fold, game, fold.timeMs() + Purge.STEP_MS, TimerKind.PURGE_STEP);
        });
    }

    static void playerJoined(Fold fold, PlayerJoined joined) {
        String playerId = fold.event().getPlayerId();
        if (fold.world().account(playerId) == null) {
            Account account = new Account();
            account.setPlayerId(playerId);
            account.setPlayerName(joined.getPlayerName());
            account.setNumber(firstFreeNumber(fold.world()));
            account.setHomeStation(joined.getHomeStation());
            account.setBalance(joined.getBalance());
            account.setKills(List.of());
            account.setSequence(fold.sequence());
            fold.world().put(account);
        }
        fold.changeGame(game -> game.setParticipants(game.getParticipants() + 1));
    }

    /** Numbers are given out in turn. In a repeated fold, accounts of players who joined later may be there already. */
    private static int firstFreeNumber(World world) {
        BitSet taken = new BitSet();
        world.accounts().forEach(account -> taken.set(account.getNumber()));
        return taken.nextClearBit(0);
    }

    private static void setTimer(Fold fold, Game game, long dueMs, TimerKind kind) {
        game.setTimerDueMs(dueMs);
        game.setTimerSetBy(fold.sequence());
        fold.world().set(DueTimer.ofGame(dueMs, fold.sequence(), kind));
    }

    private static void cancelTimer(Fold fold, Game game, TimerKind kind) {
        if (game.getTimerDueMs() != null) {
            fold.world().cancel(DueTimer.ofGame(game.getTimerDueMs(), game.getTimerSetBy(), kind));
        }
    }
}
