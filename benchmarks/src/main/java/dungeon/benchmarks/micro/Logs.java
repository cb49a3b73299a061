package dungeon.benchmarks.micro;

import dungeon.players.arena.VirtualGame;
import dungeon.players.strategies.HouseStrategy;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Direction;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.Upgrade;
import dungeon.schemas.maps.ShippedMaps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The logs that are measured: one for each kind of command, and one of matches of bots. */
final class Logs {
    private static final int PLAYERS = 10;
    private static final int ROBOTS_PER_PLAYER = 100;
    private static final int PLAYERS_MAXIMUM = 100;
    private static final int LEVELS = 5;

    private Logs() {}

    /** Moves there and back of 1,000 robots in one game, or of 100,000 robots over 64 games. */
    static CommandLog moves(int games, int commands) {
        int robotsPerPlayer = games == 1 ? ROBOTS_PER_PLAYER : 98;
        int players = games == 1 ? PLAYERS : 16;
        Fleet fleet = new Fleet(games, players, robotsPerPlayer).measureFromHere();
        int rounds = (commands - 1) / (games * players * robotsPerPlayer) + 1;
        for (int round = 0; round < rounds; round++) {
            Direction direction = round % 2 == 0 ? Direction.E : Direction.W;
            fleet.eachRobot(place -> new MoveRobot(place.robotId(), direction));
        }
        return fleet.log(commands);
    }

    /** Attacks on the next robot, of which every hundredth is another player's. */
    static CommandLog attacks(int commands) {
        Fleet fleet = new Fleet(1, PLAYERS, ROBOTS_PER_PLAYER)
                .eachRobot(place -> new MoveRobot(place.robotId(), Direction.E))
                .measureFromHere();
        for (int sent = 0; sent < commands; sent += PLAYERS * ROBOTS_PER_PLAYER) {
            fleet.eachRobot(place -> new AttackRobot(place.robotId(), place.nextRobotId()));
        }
        return fleet.log(commands);
    }

    /** Mining processes, each of which completes with the next command. */
    static CommandLog mining(int commands) {
        Fleet fleet = new Fleet(1, PLAYERS, ROBOTS_PER_PLAYER)
                .eachRobot(place -> new MoveRobot(place.robotId(), Direction.E))
                .measureFromHere();
        for (int sent = 0; sent < commands; sent += PLAYERS * ROBOTS_PER_PLAYER) {
            fleet.eachRobot(place -> new StartMining(place.robotId(), null));
        }
        return fleet.log(commands);
    }

    /** Sales, of what each robot has mined before. */
    static CommandLog sales(int commands) {
        return new Fleet(1, PLAYERS_MAXIMUM, ROBOTS_PER_PLAYER)
                .eachRobot(place -> new MoveRobot(place.robotId(), Direction.E))
                .eachRobot(place -> new StartMining(place.robotId(), null))
                .eachRobot(place -> new MoveRobot(place.robotId(), Direction.W))
                .measureFromHere()
                .eachRobot(place -> new SellResources(place.robotId()))
                .log(commands);
    }

    /** Purchases of one robot each. */
    static CommandLog purchases(int commands) {
        Fleet fleet = new Fleet(1, PLAYERS_MAXIMUM, 0).measureFromHere();
        for (int sent = 0; sent < commands; sent += PLAYERS_MAXIMUM) {
            fleet.eachPlayer((game, caller) -> new BuyRobots(1, null));
        }
        return fleet.log(commands);
    }

    /** Upgrades by one level each. */
    static CommandLog upgrades(int commands) {
        Fleet fleet = new Fleet(1, PLAYERS, ROBOTS_PER_PLAYER).measureFromHere();
        for (Upgrade upgrade : List.of(Upgrade.STORAGE, Upgrade.MINING)) {
            for (int level = 0; level < LEVELS; level++) {
                fleet.eachRobot(place -> new BuyUpgrade(place.robotId(), upgrade, 1));
            }
        }
        return fleet.log(commands);
    }

    /**
     * Matches of the practice bots on the example map by the default rules. The ticks are left out: all that they would
     * fire fires with the next command, at the time when it is due.
     */
    static CommandLog matches(int commands) {
        List<String> gameIds = new ArrayList<>();
        List<CommandLog.Sent> before = new ArrayList<>();
        List<CommandLog.Sent> measured = new ArrayList<>();
        for (int seed = 0; measured.size() < commands; seed++) {
            List<CommandLog.Sent> match = match(seed);
            gameIds.add(match.get(0).command().getGameId());
            int started = 1 + indexOfStart(match);
            before.addAll(match.subList(0, started));
            measured.addAll(match.subList(started, match.size()));
        }
        return new CommandLog(gameIds, before, List.copyOf(measured.subList(0, commands)));
    }

    private static int indexOfStart(List<CommandLog.Sent> match) {
        int index = 0;
        while (!(match.get(index).command().getPayload() instanceof StartGame)) {
            index++;
        }
        return index;
    }

    private static List<CommandLog.Sent> match(int seed) {
        List<CommandLog.Sent> sent = new ArrayList<>();
        VirtualGame.play(
                ShippedMaps.read(ShippedMaps.EXAMPLE),
                Rules.newBuilder().build(),
                Duration.ofMinutes(10),
                Arrays.stream(HouseStrategy.values())
                        .map(strategy -> new VirtualGame.Seat(strategy.label(), strategy.create()))
                        .toList(),
                seed,
                (command, arrival) -> {
                    if (!(command.getPayload() instanceof Tick)) {
                        sent.add(new CommandLog.Sent(seed, command, arrival));
                    }
                });
        return sent;
    }
}
