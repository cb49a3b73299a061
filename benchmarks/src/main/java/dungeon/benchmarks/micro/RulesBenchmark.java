package dungeon.benchmarks.micro;

import dungeon.robots.InMemoryGame;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Commands per second through the pure rules, decided and evolved in memory, by one thread. Each measurement plays a log
 * from its beginning, because a command has its effect once.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RulesBenchmark {
    static final int COMMANDS = 10_000;
    static final int MANY_COMMANDS = 100_000;

    /** A log, and the worlds in which it goes on. */
    @State(Scope.Thread)
    public abstract static class Game {
        private CommandLog log;
        private List<InMemoryGame> worlds;

        abstract CommandLog newLog();

        @Setup(Level.Trial)
        public void makeLog() {
            log = newLog();
        }

        @Setup(Level.Invocation)
        public void begin() {
            worlds = log.begin();
        }

        void play(Blackhole publish) {
            log.play(worlds, publish::consume);
        }
    }

    public static class Matches extends Game {
        @Override
        CommandLog newLog() {
            return Logs.matches(COMMANDS);
        }
    }

    public static class Moves extends Game {
        /** 1 with 1,000 robots, 64 with 100,000. */
        @Param({"1", "64"})
        public int games;

        @Override
        CommandLog newLog() {
            return Logs.moves(games, MANY_COMMANDS);
        }
    }

    public static class Attacks extends Game {
        @Override
        CommandLog newLog() {
            return Logs.attacks(COMMANDS);
        }
    }

    public static class Mining extends Game {
        @Override
        CommandLog newLog() {
            return Logs.mining(COMMANDS);
        }
    }

    public static class Sales extends Game {
        @Override
        CommandLog newLog() {
            return Logs.sales(COMMANDS);
        }
    }

    public static class Purchases extends Game {
        @Override
        CommandLog newLog() {
            return Logs.purchases(COMMANDS);
        }
    }

    public static class Upgrades extends Game {
        @Override
        CommandLog newLog() {
            return Logs.upgrades(COMMANDS);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void mix(Matches matches, Blackhole publish) {
        matches.play(publish);
    }

    @Benchmark
    @OperationsPerInvocation(MANY_COMMANDS)
    public void moveRobot(Moves moves, Blackhole publish) {
        moves.play(publish);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void attackRobot(Attacks attacks, Blackhole publish) {
        attacks.play(publish);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void startMining(Mining mining, Blackhole publish) {
        mining.play(publish);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void sellResources(Sales sales, Blackhole publish) {
        sales.play(publish);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void buyRobots(Purchases purchases, Blackhole publish) {
        purchases.play(publish);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void buyUpgrade(Upgrades upgrades, Blackhole publish) {
        upgrades.play(publish);
    }
}
