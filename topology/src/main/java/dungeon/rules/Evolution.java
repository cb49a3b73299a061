package dungeon.rules;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.Condition;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Score;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.TimerKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How events change a game: the only way in which its state changes, on the write side, on the read side, in a replay.
 *
 * <p>A fold can be repeated after a halt, over records of which some already contain the event and some do not. Each change
 * of a record is therefore made from that record, the event and what never changes, and it is skipped where the record
 * contains the event already.
 */
public final class Evolution {
    private final World world;
    private final Event event;
    private final long timeMs;

    private Evolution(World world, Event event) {
        this.world = world;
        this.event = event;
        this.timeMs = event.getTime().toEpochMilli();
    }

    /** Folds an event into the state of its game. Events outside the sequence of a game (number 0) change nothing. */
    public static void evolve(World world, Event event) {
        if (event.getSequence() > 0) {
            new Evolution(world, event).apply();
        }
    }

    private void apply() {
        Object payload = event.getPayload();
        if (payload instanceof RobotMoved moved) {
            robotMoved(moved);
        } else if (payload instanceof ActionQueued queued) {
            actionQueued(queued);
        } else if (payload instanceof ActionFailed failed) {
            changeRobot(failed.getRobotId(), robot -> setCondition(robot, failed.getCondition()));
        } else if (payload instanceof QueueCleared cleared) {
            changeRobot(cleared.getRobotId(), robot -> robot.setQueue(List.of()));
        } else if (payload instanceof RobotDestroyed destroyed) {
            robotDestroyed(destroyed);
        } else if (payload instanceof RobotsPurchased purchased) {
            changeAccount(account -> account.setBalance(purchased.getBalance()));
        } else if (payload instanceof RobotSpawned spawned) {
            robotSpawned(spawned);
        } else if (payload instanceof GameCreated created) {
            gameCreated(created);
        } else if (payload instanceof MapInstantiated instantiated) {
            mapInstantiated(instantiated);
        } else if (payload instanceof GameStarted started) {
            gameStarted(started);
        } else if (payload instanceof GameEnded ended) {
            gameEnded(ended);
        } else if (payload instanceof PlayerJoined joined) {
            playerJoined(joined);
        }
        progress(payload);
    }

    private void progress(Object payload) {
        Progress before = world.progress();
        if (before != null && before.getSequence() >= event.getSequence()) {
            return;
        }
        Progress after = before == null ? new Progress(0L, 0L, 0L, 0L) : Copies.copy(before, new Progress());
        after.setSequence(event.getSequence());
        after.setTimeMs(timeMs);
        if (payload instanceof MapInstantiated) {
            after.setDraws(MapDrawing.DRAWS_RESERVED);
        } else if (payload instanceof RobotsPurchased || payload instanceof RobotSpawned) {
            after.setIds(after.getIds() + 1);
        } else if (payload instanceof RobotMoved moved
                && Tiles.isBlackHole(tile(moved.getCondition().getPosition()))) {
            after.setDraws(after.getDraws() + 1);
        }
        world.put(after);
    }

    private void gameCreated(GameCreated created) {
        if (world.game() != null) {
            return;
        }
        var map = created.getMap();
        Game game = new Game();
        game.setGameId(event.getGameId());
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
        game.setCreatedAtMs(timeMs);
        setTimer(game, timeMs + created.getRules().getExpiresAfterMs(), TimerKind.GAME_EXPIRY);
        game.setSequence(event.getSequence());
        world.put(game);
    }

    private void mapInstantiated(MapInstantiated map) {
        ContentKind[] contents = new ContentKind[map.getWidth() * map.getHeight()];
        List<Tile> stations = new ArrayList<>();
        for (Content content : map.getContents()) {
            Tile at = content.getTile();
            contents[at.getY() * map.getWidth() + at.getX()] = content.getKind();
            if (content.getKind() == ContentKind.SPACE_STATION) {
                stations.add(at);
            } else if (content.getKind() == ContentKind.MINE) {
                placeMine(content);
            }
        }
        ByteBuffer gravity = map.getGravity().slice();
        ByteBuffer structure = map.getStructure().slice();
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                if (world.tile(x, y) == null) {
                    int index = y * map.getWidth() + x;
                    world.put(new MapTile(
                            event.getSequence(),
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
        changeGame(game -> game.setStations(stations));
    }

    private void placeMine(Content content) {
        Tile at = content.getTile();
        if (world.mine(at.getX(), at.getY()) == null) {
            int units = content.getUnits();
            world.put(new Mine(event.getSequence(), at.getX(), at.getY(), content.getResource(), units, units));
        }
    }

    private void gameStarted(GameStarted started) {
        changeGame(game -> {
            game.setState(GameState.STARTED);
            game.setStartedAtMs(started.getStartedAt().toEpochMilli());
            game.setEndsAtMs(started.getEndsAt().toEpochMilli());
            cancelTimer(game, TimerKind.GAME_EXPIRY);
            setTimer(game, started.getEndsAt().toEpochMilli(), TimerKind.GAME_END);
        });
    }

    private void gameEnded(GameEnded ended) {
        changeGame(game -> {
            game.setState(GameState.ENDED);
            game.setEndedAtMs(timeMs);
            game.setEndReason(ended.getReason());
            game.setSeed(ended.getSeed());
            game.setStandings(ended.getStandings());
            game.setTimerDueMs(null);
            world.cancelTimers();
        });
    }

    private void playerJoined(PlayerJoined joined) {
        if (world.account(event.getPlayerId()) == null) {
            Account account = new Account();
            account.setPlayerId(event.getPlayerId());
            account.setPlayerName(joined.getPlayerName());
            account.setNumber(firstFreeNumber());
            account.setHomeStation(joined.getHomeStation());
            account.setBalance(joined.getBalance());
            account.setSequence(event.getSequence());
            world.put(account);
        }
        changeGame(game -> game.setParticipants(game.getParticipants() + 1));
    }

    /** Numbers are given out in turn. In a repeated fold, accounts of players who joined later may be there already. */
    private int firstFreeNumber() {
        BitSet taken = new BitSet();
        world.accounts().forEach(account -> taken.set(account.getNumber()));
        return taken.nextClearBit(0);
    }

    private void robotSpawned(RobotSpawned spawned) {
        Condition condition = spawned.getCondition();
        if (world.robot(spawned.getRobotId()) == null) {
            Robot robot = new Robot();
            robot.setRobotId(spawned.getRobotId());
            robot.setPlayerId(event.getPlayerId());
            robot.setName(spawned.getName());
            robot.setLevels(spawned.getLevels());
            robot.setCargo(List.of());
            robot.setQueue(List.of());
            setCondition(robot, condition);
            robot.setSequence(event.getSequence());
            world.put(robot);
        }
        changeAccount(account -> {
            account.setRobots(account.getRobots() + 1);
            account.setRobotsBought(account.getRobotsBought() + 1);
        });
        visit(condition.getPosition());
    }

    private void robotMoved(RobotMoved moved) {
        changeRobot(moved.getRobotId(), robot -> setCondition(robot, moved.getCondition()));
        if (moved.getScore() != null) {
            changeAccount(account -> setScore(account, moved.getScore()));
        }
        visit(moved.getCondition().getPosition());
    }

    private void robotDestroyed(RobotDestroyed destroyed) {
        changeRobot(destroyed.getRobotId(), robot -> {
            robot.setDestroyed(true);
            robot.setQueue(List.of());
            robot.setCargo(List.of());
        });
        // In a combat the event's player is the destroyer, not the owner.
        if (destroyed.getCause() == DestructionCause.BLACK_HOLE) {
            changeAccount(account -> account.setRobots(account.getRobots() - 1));
        }
    }

    private void actionQueued(ActionQueued queued) {
        changeRobot(queued.getRobotId(), robot -> {
            List<QueuedAction> queue = new ArrayList<>(robot.getQueue());
            queue.add(new QueuedAction(event.getCommandId(), queued.getAction()));
            robot.setQueue(queue);
        });
    }

    /** Sets a robot's condition; the actions at the head of the queue that it no longer counts have run. */
    private static void setCondition(Robot robot, Condition condition) {
        robot.setX(condition.getPosition().getX());
        robot.setY(condition.getPosition().getY());
        robot.setHealth(condition.getHealth() * Vitals.HEALTH_UNIT + condition.getHealthFraction());
        robot.setEnergy(condition.getEnergy() * Vitals.ENERGY_UNIT + condition.getEnergyFraction());
        robot.setAsOfMs(condition.getAsOf().toEpochMilli());
        robot.setReadyAtMs(condition.getReadyAt().toEpochMilli());
        List<QueuedAction> queue = robot.getQueue();
        if (queue.size() > condition.getQueued()) {
            robot.setQueue(List.copyOf(queue.subList(queue.size() - condition.getQueued(), queue.size())));
        }
    }

    private static void setScore(Account account, Score score) {
        switch (score.getCategory()) {
            case MINING -> account.setMining(score.getInCategory());
            case TRADING -> account.setTrading(score.getInCategory());
            case TRAVELLING -> account.setTravelling(score.getInCategory());
            case FIGHTING -> account.setFighting(score.getInCategory());
            case UPGRADING -> account.setUpgrading(score.getInCategory());
            case UNKNOWN -> throw new IllegalArgumentException("An event gives points in an unknown category");
        }
    }

    private void visit(Tile at) {
        MapTile tile = tile(at);
        Account account = world.account(event.getPlayerId());
        if (tile.getSequence() < event.getSequence() && !Tiles.isVisited(tile, account.getNumber())) {
            MapTile visited = Copies.copy(tile, new MapTile());
            visited.setVisitedBy(Tiles.visitedToo(tile, account.getNumber()));
            visited.setSequence(event.getSequence());
            world.put(visited);
        }
    }

    private void changeGame(Consumer<Game> change) {
        Game before = world.game();
        if (before.getSequence() < event.getSequence()) {
            Game after = Copies.copy(before, new Game());
            change.accept(after);
            after.setSequence(event.getSequence());
            world.put(after);
        }
    }

    private void changeAccount(Consumer<Account> change) {
        Account before = world.account(event.getPlayerId());
        if (before.getSequence() < event.getSequence()) {
            Account after = Copies.copy(before, new Account());
            change.accept(after);
            after.setSequence(event.getSequence());
            world.put(after);
        }
    }

    private void changeRobot(String robotId, Consumer<Robot> change) {
        Robot before = world.robot(robotId);
        if (before.getSequence() < event.getSequence()) {
            Robot after = Copies.copy(before, new Robot());
            change.accept(after);
            resetTimer(before, after);
            after.setSequence(event.getSequence());
            world.put(after);
        }
    }

    /**
     * The timer of a queue belongs to its first action; it is set anew when that or its moment is another. The first action
     * is another one when the queue got shorter; ids do not tell, because a sender can use one again after a while.
     */
    private void resetTimer(Robot before, Robot after) {
        boolean sameHead = after.getQueue().size() >= before.getQueue().size();
        Long dueMs = dueMs(after);
        if (sameHead && Objects.equals(dueMs, before.getTimerDueMs())) {
            return;
        }
        if (before.getTimerDueMs() != null) {
            world.cancel(DueTimer.ofQueue(before.getTimerDueMs(), before.getTimerSetBy(), before.getRobotId()));
        }
        after.setTimerDueMs(dueMs);
        if (dueMs != null) {
            after.setTimerSetBy(event.getSequence());
            world.set(DueTimer.ofQueue(dueMs, event.getSequence(), after.getRobotId()));
        }
    }

    private Long dueMs(Robot robot) {
        List<QueuedAction> queue = robot.getQueue();
        return queue.isEmpty()
                ? null
                : (Long) Readiness.runsAtMs(world, robot, queue.get(0).getAction());
    }

    private void setTimer(Game game, long dueMs, TimerKind kind) {
        game.setTimerDueMs(dueMs);
        game.setTimerSetBy(event.getSequence());
        world.set(DueTimer.ofGame(dueMs, event.getSequence(), kind));
    }

    private void cancelTimer(Game game, TimerKind kind) {
        if (game.getTimerDueMs() != null) {
            world.cancel(DueTimer.ofGame(game.getTimerDueMs(), game.getTimerSetBy(), kind));
        }
    }

    private MapTile tile(Tile at) {
        return world.tile(at.getX(), at.getY());
    }
}
