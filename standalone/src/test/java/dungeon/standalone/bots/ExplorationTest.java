package dungeon.standalone.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final long LIGHT_MS = 2_000;
    private static final long INTENSE_MS = 3_750;

    @Test
    void goesRoundWhatIsNotOnTheMap() {
        // Only the way over the top leads from the left column to the right one.
        Exploration exploration = new Exploration(map("###", "#.#", "#.#"));
        visitAll(exploration, new Place(0, 0), new Place(0, 1), new Place(0, 2), new Place(1, 2), new Place(2, 2));
        visitAll(exploration, new Place(2, 1));
        assertThat(exploration.wayToNextStarSystem(new Place(0, 0)))
                .containsExactly(Course.N, Course.NE, Course.SE, Course.S);
    }

    @Test
    void prefersTheStarSystemThatIsReachedSoonest() {
        StarMap map = new StarMap();
        map.add(new Place(1, 0), LIGHT_MS);
        map.add(new Place(0, 0), INTENSE_MS);
        map.add(new Place(2, 0), LIGHT_MS);
        Exploration exploration = new Exploration(map);
        exploration.visit(new Place(1, 0));
        assertThat(exploration.wayToNextStarSystem(new Place(1, 0))).containsExactly(Course.E);
    }

    @Test
    void takesTheLongerWayIfItIsQuicker() {
        StarMap ring = map("###", "#.#", "###");
        ring.add(new Place(1, 2), 4 * LIGHT_MS);
        Exploration exploration = new Exploration(ring);
        visitAll(exploration, new Place(0, 0), new Place(0, 1), new Place(0, 2), new Place(1, 2), new Place(1, 0));
        visitAll(exploration, new Place(2, 0), new Place(2, 1));
        // Over the slow top it would be half the steps.
        assertThat(exploration.wayToNextStarSystem(new Place(0, 2)))
                .containsExactly(Course.S, Course.SE, Course.NE, Course.N);
    }

    @Test
    void leavesAClaimedStarSystemToTheOtherRobotUntilItGivesUp() {
        Exploration exploration = new Exploration(map("###"));
        exploration.visit(new Place(0, 0));
        exploration.claim(new Place(1, 0), "other");
        assertThat(exploration.wayToNextStarSystem(new Place(0, 0))).containsExactly(Course.E, Course.E);
        exploration.release("other");
        assertThat(exploration.wayToNextStarSystem(new Place(0, 0))).containsExactly(Course.E);
    }

    @Test
    void goesBackToTheStationWhereItAppearedWithoutEnteringIt() {
        Exploration exploration = new Exploration(map("##"));
        assertThat(exploration.wayToNextStarSystem(new Place(0, 0))).containsExactly(Course.E);
        exploration.visit(new Place(1, 0));
        assertThat(exploration.wayToNextStarSystem(new Place(1, 0))).containsExactly(Course.W);
    }

    @Test
    void hasNowhereToGoWhenEverythingWasSeen() {
        Exploration exploration = new Exploration(map("##"));
        visitAll(exploration, new Place(0, 0), new Place(1, 0));
        assertThat(exploration.wayToNextStarSystem(new Place(0, 0))).isEqualTo(List.of());
    }

    private static void visitAll(Exploration exploration, Place... places) {
        for (Place place : places) {
            exploration.visit(place);
        }
    }

    /** A map from a drawing, top row first; # is a star system. */
    private static StarMap map(String... rows) {
        StarMap map = new StarMap();
        for (int row = 0; row < rows.length; row++) {
            for (int x = 0; x < rows[row].length(); x++) {
                if (rows[row].charAt(x) == '#') {
                    map.add(new Place(x, rows.length - 1 - row), LIGHT_MS);
                }
            }
        }
        return map;
    }
}
