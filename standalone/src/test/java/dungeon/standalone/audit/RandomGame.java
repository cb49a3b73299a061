package dungeon.standalone.audit;

import dungeon.rules.Arrival;
import dungeon.rules.Caller;
import dungeon.rules.GameRules;
import dungeon.rules.InMemoryWorld;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** A game of random commands, decided by the real rules, which are used as a black box. */
final class RandomGame {
    /** A command as it came, and from whom. */
    record Sent(Command command, Caller caller, long stampMs) {
        SentCommand forAuditor() {
            Sender sender = switch (caller.kind()) {
                case PLAYER -> Sender.player(caller.playerId());
                case ADMINISTRATOR -> Sender.administrator();
                default -> Sender.nobody();
            };
            return new SentCommand(command, sender, stampMs);
        }
    }

    private static final List<Upgrade> UPGRADES = List.copyOf(EnumSet.complementOf(EnumSet.of(Upgrade.UNKNOWN)));
    private static final List<Direction> DIRECTIONS = List.copyOf(EnumSet.complementOf(EnumSet.of(Direction.UNKNOWN)));
    private static final int BYTES = 300;
    private static final String NOBODY = id("nobody");

    final List<Event> events = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    private final Random random;
    private final String gameId;
    private final InMemoryWorld world;
    private final List<Caller> players = new ArrayList<>();
    private final List<String> robots = new ArrayList<>();
    private final Map<String, List<String>> robotsByPlayer = new HashMap<>();
    private final Map<String, Tile> places = new HashMap<>();
    private final List<String> dead = new ArrayList<>();
    private long nowMs = 1_700_000_000_000L;
    private int ids;

    private RandomGame(long seed) {
        random = new Random(seed);
        gameId = id("game " + seed);
        world = new InMemoryWorld(gameId);
    }

    static RandomGame play(long seed, int commands) {
        RandomGame game = new RandomGame(seed);
        game.play(commands);
        return game;
    }

    private void play(int commands) {
        int limit = random.nextInt(1, 7);
        for (int i = 0; i < limit + 1; i++) {
            String playerId = id(gameId + " player " + i);
            players.add(Caller.player(playerId, "player" + i));
            robotsByPlayer.put(playerId, new ArrayList<>());
        }
        anyCommand();
        while (world.game() == null) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            send(
                    Caller.administrator(),
                    new CreateGame(
                            RandomMap.draw(random),
                            RandomRules.draw(random),
                            limit,
                            random.nextLong(10_000, 100_000),
                            ByteBuffer.wrap(seed),
                            null));
        }
        anyCommand();
        for (Caller player : players) {
            join(player);
        }
        if (random.nextInt(20) > 0) {
            send(Caller.administrator(), new StartGame());
        }
        for (int i = 0; i < commands; i++) {
            pass();
            anyCommand();
        }
        if (random.nextInt(3) == 0) {
            send(Caller.administrator(), new EndGame());
        }
        for (int i = 0; i < 60; i++) {
            nowMs += 4000;
            send(Caller.administrator(), new Tick());
            anyCommand();
        }
        for (int i = 0; i < 3; i++) {
            nowMs += 90_000_000;
            send(Caller.administrator(), new Tick());
            anyCommand();
        }
    }

    private void join(Caller player) {
        send(player, new JoinGame(player.playerName()));
    }

    private void pass() {
        switch (random.nextInt(20)) {
            case 0 -> nowMs += random.nextInt(300);
            case 1, 2, 3, 4, 5, 6, 7 -> nowMs += 0;
            case 8 -> nowMs -= random.nextInt(50);
            default -> nowMs += random.nextInt(40);
        }
    }

    private void anyCommand() {
        Caller player = players.get(random.nextInt(random.nextInt(10) == 0 ? players.size() : players.size() - 1));
        int kind = random.nextInt(100);
        if (kind < 2 && !sent.isEmpty()) {
            Sent again = sent.get(Math.max(0, sent.size() - 1 - random.nextInt(50)));
            deliver(again.command(), again.caller());
        } else if (kind < 4) {
            send(Caller.administrator(), new Tick());
        } else if (kind < 5) {
            hostile(player);
        } else if (kind < 6) {
            rare(player);
        } else if (kind < 10) {
            send(player, new BuyRobots(random.nextInt(1, 5), random.nextBoolean() ? null : tile()));
        } else if (kind < 18) {
            send(
                    player,
                    new BuyUpgrade(robot(player), oneOf(UPGRADES), random.nextInt(10) > 0 ? 1 : random.nextInt(1, 6)));
        } else if (kind < 40) {
            send(player, new StartMining(robot(player), random.nextBoolean() ? null : tile()));
        } else if (kind < 50) {
            send(player, new SellResources(robot(player)));
        } else if (kind < 70) {
            String attacker = robot(player);
            send(player, new AttackRobot(attacker, target(attacker)));
        } else if (kind < 72) {
            send(player, new ClearQueue(robot(player)));
        } else {
            send(player, new MoveRobot(robot(player), oneOf(DIRECTIONS)));
        }
    }

    private void rare(Caller player) {
        switch (random.nextInt(6)) {
            case 0 -> join(player);
            case 1 -> send(Caller.administrator(), new StartGame());
            case 2 -> send(player, new EndGame());
            case 3 -> send(Caller.administrator(), new BuyRobots(1, null));
            case 4 -> send(player, new BuyRobots(random.nextInt(20, 101), null));
            default -> send(player, new BuyUpgrade(robot(player), Upgrade.STORAGE, 5));
        }
    }

    private void hostile(Caller player) {
        Object move = new MoveRobot(robot(player), Direction.N);
        switch (random.nextInt(7)) {
            case 0 -> deliver(command(player.playerId(), move, nowMs), Caller.unknown("no token"));
            case 1 -> deliver(command(player.playerId(), move, nowMs), Caller.player(NOBODY, "nobody"));
            case 2 -> deliver(command(player.playerId(), move, nowMs - 120_001), player);
            case 3 -> deliver(command(player.playerId(), move, nowMs + 61_000), player);
            case 4 -> send(player, new BuyRobots(0, null));
            case 5 -> send(player, new AttackRobot("x", "y"));
            default -> send(Caller.player(NOBODY, "nobody"), move);
        }
    }

    private String robot(Caller player) {
        if (random.nextInt(40) == 0) {
            return random.nextInt(3) == 0 || robots.isEmpty() ? NOBODY : anyRobot();
        }
        List<String> own = robotsByPlayer.get(player.playerId());
        return own.isEmpty() ? NOBODY : own.get(random.nextInt(Math.min(own.size(), 6)));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Mostly one on the same tile. */
    private String target(String attacker) {
        for (int i = 0; i < 15; i++) {
            String other = anyRobot();
            if (!other.equals(attacker) && Objects.equals(places.get(other), places.get(attacker))) {
                return other;
            }
        }
        return anyRobot();
    }

    private String anyRobot() {
        if (random.nextInt(10) == 0 && !dead.isEmpty()) {
            return dead.get(random.nextInt(dead.size()));
        }
        return robots.isEmpty() ? NOBODY : robots.get(random.nextInt(robots.size()));
    }

    private Tile tile() {
        return new Tile(random.nextInt(-1, 7), random.nextInt(-1, 7));
    }

    private void send(Caller caller, Object payload) {
        deliver(command(caller.playerId(), payload, nowMs), caller);
    }

    private Command command(String playerId, Object payload, long issuedAtMs) {
        return new Command(
                id(gameId + " command " + ids++), Instant.ofEpochMilli(issuedAtMs), gameId, playerId, payload);
    }

    private void deliver(Command command, Caller caller) {
        sent.add(new Sent(command, caller, nowMs));
        GameRules.handle(world, command, new Arrival(caller, nowMs, BYTES), published -> published.forEach(this::note));
    }

    private void note(Event event) {
        events.add(event);
        if (event.getPayload() instanceof RobotSpawned spawned) {
            robots.add(spawned.getRobotId());
            places.put(spawned.getRobotId(), spawned.getCondition().getPosition());
            robotsByPlayer.get(event.getPlayerId()).add(spawned.getRobotId());
        } else if (event.getPayload() instanceof RobotMoved moved) {
            places.put(moved.getRobotId(), moved.getCondition().getPosition());
        } else if (event.getPayload() instanceof RobotDestroyed destroyed) {
            robots.remove(destroyed.getRobotId());
            robotsByPlayer.values().forEach(own -> own.remove(destroyed.getRobotId()));
            dead.add(destroyed.getRobotId());
        }
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
