package dungeon.verification.simulation;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.InMemoryGame;
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
import dungeon.schemas.Rules;
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
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A game of random commands, decided by the real rules, which are used as a black box: valid commands, late and doubled
 * ones, and hostile ones. It lasts until the game is purged. All chance comes from the seed.
 */
public final class RandomGame {
    private static final List<Upgrade> UPGRADES = List.copyOf(EnumSet.complementOf(EnumSet.of(Upgrade.UNKNOWN)));
    private static final List<Direction> DIRECTIONS = List.copyOf(EnumSet.complementOf(EnumSet.of(Direction.UNKNOWN)));
    private static final int BYTES = 300;
    private static final int SEED_BYTES = 32;
    private static final String NOBODY = id("nobody");

    private final List<Event> events = new ArrayList<>();
    private final List<Delivery> sent = new ArrayList<>();
    private final Random random;
    private final String gameId;
    private final InMemoryGame world;
    private final Swarm swarm;
    private final List<Principal> players = new ArrayList<>();
    private long nowMs = 1_700_000_000_000L;
    private final long pace;
    private int ids;
    private int idleRepetitions;

    private RandomGame(long seed) {
        random = new Random(seed);
        // Commands that come in a throng fill the queues; what takes its time needs more of it between them.
        pace = 1L << (2 * random.nextInt(3));
        gameId = Ids.timed(nowMs, "game " + seed);
        world = new InMemoryGame(gameId);
        swarm = new Swarm(random, NOBODY);
    }

    /**
     * Plays a game to its end.
     *
     * @param commands how many come while it runs
     */
    public static SimulatedGame play(long seed, int commands) {
        RandomGame game = new RandomGame(seed);
        game.play(commands);
        return new SimulatedGame(game.gameId, game.sent, game.events, game.idleRepetitions);
    }

    private void play(int commands) {
        int limit = random.nextInt(1, 7);
        for (int i = 0; i < limit + 1; i++) {
            players.add(Principal.player(id(gameId + " player " + i), "player" + i));
        }
        anyCommand();
        while (world.game() == null) {
            send(Principal.administrator(), creation(limit));
        }
        anyCommand();
        for (Principal player : players) {
            join(player);
        }
        if (random.nextInt(20) > 0) {
            send(Principal.administrator(), new StartGame());
        }
        for (Principal player : players) {
            if (random.nextInt(4) > 0) {
                send(player, new BuyRobots(random.nextInt(1, 4), null));
            }
        }
        for (int i = 0; i < commands; i++) {
            pass();
            anyCommand();
        }
        if (random.nextInt(3) == 0) {
            send(Principal.administrator(), new EndGame());
        }
        end();
    }

    /** The longest of these games runs for 100 s, expires after 40 s and is purged after an hour. */
    private void end() {
        for (int i = 0; i < 60; i++) {
            nowMs += 4000;
            send(Principal.administrator(), new Tick());
            anyCommand();
        }
        for (int i = 0; i < 3; i++) {
            nowMs += 90_000_000;
            send(Principal.administrator(), new Tick());
            anyCommand();
        }
    }

    private CreateGame creation(int limit) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        Rules rules = RandomRules.draw(random);
        if (random.nextInt(10) == 0) {
            rules.setInitialCredits(-1);
        }
        return new CreateGame(
                RandomMap.draw(random),
                rules,
                limit,
                random.nextLong(10_000, 100_000),
                ByteBuffer.wrap(seed),
                null,
                seed[0] % 2 == 0 ? id(gameId + " map type") : null,
                null,
                null);
    }

    private void join(Principal player) {
        send(player, new JoinGame(player.name()));
    }

    private void pass() {
        switch (random.nextInt(20)) {
            case 0 -> nowMs += pace * random.nextInt(300);
            case 1, 2, 3, 4, 5, 6, 7 -> nowMs += 0;
            // Brokers' clocks differ a little, so a stamp can be before the one before.
            case 8 -> nowMs -= random.nextInt(50);
            default -> nowMs += pace * random.nextInt(40);
        }
    }

    private void anyCommand() {
        // The last of them comes too late for a place and tries seldom.
        Principal player = players.get(random.nextInt(random.nextInt(10) == 0 ? players.size() : players.size() - 1));
        int kind = random.nextInt(100);
        if (kind < 2 && !sent.isEmpty()) {
            repeat(sent.get(Math.max(0, sent.size() - 1 - random.nextInt(50))));
        } else if (kind < 4) {
            send(Principal.administrator(), new Tick());
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
            send(player, new AttackRobot(attacker, swarm.target(attacker)));
        } else if (kind < 72) {
            send(player, new ClearQueue(robot(player)));
        } else {
            send(player, new MoveRobot(robot(player), oneOf(DIRECTIONS)));
        }
    }

    private void rare(Principal player) {
        switch (random.nextInt(7)) {
            case 0 -> join(player);
            case 1 -> send(Principal.administrator(), new StartGame());
            case 2 -> send(player, new EndGame());
            case 3 -> send(Principal.administrator(), new BuyRobots(1, null));
            case 4 -> send(player, new BuyRobots(random.nextInt(20, 101), null));
            case 5 -> send(Principal.administrator(), creation(1));
            default -> send(player, new BuyUpgrade(robot(player), Upgrade.STORAGE, 5));
        }
    }

    private void hostile(Principal player) {
        Object move = new MoveRobot(robot(player), Direction.N);
        switch (random.nextInt(8)) {
            // Without a token that holds a command does not get as far as its game.
            case 0 ->
                deliver(command(player.playerId(), move, nowMs), Principal.registrar(player.playerId(), player.name()));
            case 1 -> deliver(command(player.playerId(), move, nowMs), Principal.player(NOBODY, "nobody"));
            case 2 -> deliver(command(player.playerId(), move, nowMs - 120_001), player);
            case 3 -> deliver(command(player.playerId(), move, nowMs + 61_000), player);
            case 4 -> send(player, new BuyRobots(0, null));
            case 5 -> send(player, new AttackRobot("x", "y"));
            case 6 -> send(player, new MoveRobot(robot(player), Direction.UNKNOWN));
            default -> send(Principal.player(NOBODY, "nobody"), move);
        }
    }

    private String robot(Principal player) {
        return swarm.robot(player.playerId());
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Tile tile() {
        return new Tile(random.nextInt(-1, 7), random.nextInt(-1, 7));
    }

    private void send(Principal caller, Object payload) {
        deliver(command(caller.playerId(), payload, nowMs), caller);
    }

    private Command command(String playerId, Object payload, long issuedAtMs) {
        return new Command(
                id(gameId + " command " + ids++), Instant.ofEpochMilli(issuedAtMs), gameId, playerId, payload);
    }

    private void repeat(Delivery before) {
        int published = events.size();
        deliver(before.command(), before.arrival().principal());
        if (events.size() == published && !(before.command().getPayload() instanceof Tick)) {
            idleRepetitions++;
        }
    }

    private void deliver(Command command, Principal caller) {
        CommandMetadata arrival = new CommandMetadata(caller, nowMs, BYTES);
        sent.add(new Delivery(command, arrival));
        world.handle(command, arrival, published -> {
            events.addAll(published);
            published.forEach(swarm::note);
        });
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
