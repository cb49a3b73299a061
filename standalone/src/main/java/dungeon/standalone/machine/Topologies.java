package dungeon.standalone.machine;

import dungeon.app.TopologyConfig;
import dungeon.schemas.topics.GamesTopics;
import dungeon.schemas.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The applications that decide on one machine. */
final class Topologies {
    private Topologies() {}

    /**
     * One for everything, or where games are on topics of a later version, one for them and the one that was for everything for the rest: who plays
     * and who is who has not moved.
     *
     * @param shared their settings, but for what makes them different
     * @return of which the last one decides games
     */
    static List<TopologyConfig> of(Map<String, String> shared, DataFolder folder) {
        GamesTopics games = Topics.GAMES;
        if (games.version() == 1) {
            return List.of(TopologyConfig.from(shared));
        }
        Map<String, String> others = new HashMap<>(shared);
        others.put(TopologyConfig.CONTEXTS, "lobby,identity");
        others.put(TopologyConfig.APPLICATION_ID, TopologyConfig.ALL_CONTEXTS);
        others.put(
                TopologyConfig.STATE_DIR,
                folder.resolve("topology-without-games").toString());
        Map<String, String> robots = new HashMap<>(shared);
        robots.put(TopologyConfig.CONTEXTS, "robots");
        robots.put(
                TopologyConfig.STATE_DIR,
                folder.resolve("topology-games-v" + games.version()).toString());
        return List.of(TopologyConfig.from(others), TopologyConfig.from(robots));
    }
}
