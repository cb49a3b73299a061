package dungeon.standalone.machine;

import dungeon.app.TopologyConfig;
import dungeon.schemas.topics.GamesTopics;
import dungeon.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The applications that decide on one machine. */
final class Topologies {
    private Topologies() {}

    /**
     * One for all contexts that run together, and one for each game that is an application of its own. Where games of robots are on topics of a later
     * version, one for them and the one that was for everything for the rest: who plays and who is who has not moved.
     *
     * @param shared their settings, but for what makes them different
     */
    static List<TopologyConfig> of(Map<String, String> shared, DataFolder folder) {
        TopologyConfig tictactoe = alone(shared, "tictactoe", folder.resolve("topology-tictactoe"));
        GamesTopics games = Topics.GAMES;
        if (games.version() == 1) {
            return List.of(TopologyConfig.from(shared), tictactoe);
        }
        Map<String, String> others = new HashMap<>(shared);
        others.put(TopologyConfig.CONTEXTS, "lobby,identity");
        others.put(TopologyConfig.APPLICATION_ID, TopologyConfig.ALL_CONTEXTS);
        others.put(
                TopologyConfig.STATE_DIR,
                folder.resolve("topology-without-games").toString());
        return List.of(
                TopologyConfig.from(others),
                alone(shared, "robots", folder.resolve("topology-games-v" + games.version())),
                tictactoe);
    }

    private static TopologyConfig alone(Map<String, String> shared, String context, Path stateDir) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put(TopologyConfig.CONTEXTS, context);
        settings.put(TopologyConfig.STATE_DIR, stateDir.toString());
        return TopologyConfig.from(settings);
    }
}
