package dungeon.players.host;

import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.operator.Health;
import dungeon.platform.operator.OperatorServer;
import dungeon.platform.process.MemoryBudget;
import dungeon.platform.process.ServiceProcess;
import dungeon.players.practice.PracticeBots;
import dungeon.players.rooms.RoomBots;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Practice bots and those of tic-tac-toe, and a port on which operators see how they are. */
public final class BotsService implements ServiceProcess.RunningService {
    private static final Logger LOG = LoggerFactory.getLogger(BotsService.class);
    private static final String NAME = "dungeon-bots";
    private static final String LOCK = "lock";
    /** The folder of the bots of rooms, in that of the others. */
    private static final String ROOMS = "rooms";

    private final ServiceMeters meters = new ServiceMeters(NAME);
    private final FileChannel folder;
    private final PracticeBots bots;
    private final RoomBots roomBots;
    private final OperatorServer server;

    private BotsService(BotsConfig config, FileChannel folder) {
        this.folder = folder;
        Gauge.builder("dungeon.memory.limit", MemoryBudget.ofThisProcess(), MemoryBudget::limitBytes)
                .description("Memory of the container, or of the machine where there is none")
                .baseUnit("bytes")
                .strongReference(true)
                .register(meters.registry());
        bots = PracticeBots.start(
                config.folder(), config.platform(), config.turn(), config.gamesMaximum(), meters.registry());
        roomBots = RoomBots.start(config.folder().resolve(ROOMS), config.platform(), meters.registry());
        try {
            server = OperatorServer.start(config.httpHost(), config.httpPort(), new BotsHealth(), meters.registry());
        } catch (IllegalStateException e) {
            bots.close();
            roomBots.close();
            throw e;
        }
    }

    /**
     * Starts to play, also where the platform is not there yet.
     *
     * @throws IOException if the folder cannot be written to, or another instance has it
     * @throws IllegalStateException if the port is taken
     */
    public static BotsService start(BotsConfig config) throws IOException {
        FileChannel folder = take(config.folder());
        try {
            return new BotsService(config, folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Two instances with the same bots would play each game twice, and bots that are not kept could never be played again. */
    private static FileChannel take(Path folder) throws IOException {
        FileChannel lock;
        try {
            Files.createDirectories(folder);
            lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(
                    "Nothing can be written to %s (%s); choose another folder with state.dir".formatted(folder, e), e);
        }
        try {
            // It ends with the process, however that ends.
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Of this very process.
        }
        lock.close();
        throw new IOException(
                "Another instance uses %s; give each a folder of its own with state.dir".formatted(folder));
    }

    /** Where operators ask. */
    public int port() {
        return server.port();
    }

    /** What is played. */
    public PracticeBots bots() {
        return bots;
    }

    @Override
    public void close() {
        // The port last, so that operators see the end as well.
        CompletableFuture<Void> rooms =
                CompletableFuture.runAsync(roomBots::close, task -> new Thread(task, "room-bots-close").start());
        bots.close();
        rooms.join();
        server.close();
        meters.close();
        try {
            folder.close();
        } catch (IOException e) {
            LOG.debug("The folder's lock ends with the process", e);
        }
    }

    /** It lives while it waits for the queries, since it is not helped by being started anew, and is ready while it hears of games. */
    private final class BotsHealth implements Health {
        private volatile boolean hasBeenReady;

        @Override
        public List<String> fatalProblems() {
            List<String> problems = new ArrayList<>();
            if (!bots.isLooking()) {
                problems.add("Nobody looks for practice games any more");
            }
            if (!roomBots.isLooking()) {
                problems.add("Nobody looks for rooms any more");
            }
            return problems;
        }

        @Override
        public List<String> problems() {
            // Rooms are the smaller part: practice games do not wait for queries that have them.
            List<String> problems = bots.problem().stream().toList();
            hasBeenReady = hasBeenReady || problems.isEmpty();
            return problems;
        }

        @Override
        public List<String> startProblems() {
            List<String> problems = problems();
            return hasBeenReady ? List.of() : problems;
        }
    }
}
