package dungeon.standalone.processes;

import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The topology, with the settings of {@link TopologyConfig}; and tic-tac-toe beside it, which is an application of its own, if it is given a folder. */
public final class TopologyRole implements Role {
    /** The folder of the stores of tic-tac-toe; without it, that does not run here. */
    public static final String TICTACTOE_STATE_DIR = "tictactoe.state.dir";

    @Override
    public AutoCloseable start(Map<String, String> settings, CompletableFuture<Throwable> failure)
            throws InterruptedException {
        Map<String, String> shared = new HashMap<>(settings);
        String stateOfTicTacToe = shared.remove(TICTACTOE_STATE_DIR);
        List<TopologyApplication> applications = new ArrayList<>();
        applications.add(start(shared, applications, failure));
        if (stateOfTicTacToe != null) {
            shared.put(TopologyConfig.CONTEXTS, "tictactoe");
            shared.put(TopologyConfig.STATE_DIR, stateOfTicTacToe);
            applications.add(start(shared, applications, failure));
        }
        return () -> applications.forEach(TopologyApplication::close);
    }

    /** Those that run already are closed if this one does not start. */
    private static TopologyApplication start(
            Map<String, String> settings, List<TopologyApplication> running, CompletableFuture<Throwable> failure)
            throws InterruptedException {
        try {
            TopologyApplication topology = TopologyApplication.start(TopologyConfig.from(settings));
            CompletableFuture<Boolean> unused = topology.failure().thenApply(failure::complete);
            return topology;
        } catch (RuntimeException | InterruptedException e) {
            running.forEach(TopologyApplication::close);
            throw e;
        }
    }
}
