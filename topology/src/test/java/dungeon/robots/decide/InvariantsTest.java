package dungeon.robots.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.InMemoryAggregate;
import dungeon.robots.GameRecords;
import dungeon.robots.GameScenario;
import dungeon.robots.RandomGame;
import dungeon.robots.RobotsContext;
import dungeon.schemas.Command;
import dungeon.schemas.ContentKind;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Event;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Score;
import dungeon.schemas.UpgradePurchased;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold after each event of a game, kept in books that know nothing of the rules. */
class InvariantsTest {
    private final InMemoryAggregate<Command, Event> game = RobotsContext.inMemory(GameScenario.GAME);
    private final GameRecords records = new GameRecords(game.state());
    /** What came in from outside less what went out for good, by player. */
    private final Map<String, Long> credits = new HashMap<>();
    /** What was placed and discovered, less what was sold and evaporated. */
    private final Map<Resource, Long> units = new EnumMap<>(Resource.class);

    private final Map<String, Map<Object, Integer>> points = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> destroyed = new HashSet<>();
    private final Set<String> eliminated = new HashSet<>();
    private int width;
    private int height;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void creditsUnitsAndPointsAddUpAndTheDeadDoNothing(long seed) {
        for (Event event : RandomGame.play(seed, 1_500).events()) {
            theDeadDoNothing(event);
            book(event);
            game.fold(event);
            if (event.getSequence() > 2) {
                compare(event);
            }
        }
        assertThat(credits).hasSize(5);
        assertThat(destroyed).hasSizeGreaterThan(4);
    }

    private void book(Event event) {
        String playerId = event.getPlayerId();
        Object payload = event.getPayload();
        if (payload instanceof MapInstantiated map) {
            width = map.getWidth();
            height = map.getHeight();
            map.getContents().stream()
                    .filter(content -> content.getKind() == ContentKind.MINE)
                    .forEach(content -> add(content.getResource(), content.getUnits()));
        } else if (payload instanceof MineDiscovered discovered) {
            add(discovered.getResource(), discovered.getUnits());
        } else if (payload instanceof ResourcesMined mined) {
            add(mined.getResource(), -mined.getEvaporated());
        } else if (payload instanceof PlayerJoined joined) {
            credits.put(playerId, joined.getBalance());
        } else if (payload instanceof PlayerEliminated) {
            eliminated.add(playerId);
        } else if (payload instanceof RobotsPurchased purchased) {
            credits.merge(playerId, -purchased.getPrice(), Long::sum);
            assertThat(purchased.getBalance()).isEqualTo(credits.get(playerId));
        } else if (payload instanceof UpgradePurchased purchased) {
            credits.merge(playerId, -purchased.getPrice(), Long::sum);
            assertThat(purchased.getBalance()).isEqualTo(credits.get(playerId));
        } else if (payload instanceof ResourcesSold sold) {
            sold.getLots().forEach(lot -> add(lot.getResource(), -lot.getUnits()));
            credits.merge(playerId, sold.getRevenue(), Long::sum);
            assertThat(sold.getBalance()).isEqualTo(credits.get(playerId));
        } else if (payload instanceof RobotSpawned spawned) {
            owners.put(spawned.getRobotId(), playerId);
        } else if (payload instanceof RobotDestroyed robot) {
            bookDestruction(playerId, robot);
        }
        bookPoints(event);
    }

    private void bookDestruction(String playerId, RobotDestroyed robot) {
        destroyed.add(robot.getRobotId());
        robot.getEvaporated().forEach(lot -> add(lot.getResource(), -lot.getUnits()));
        boolean byOther = robot.getCause() == DestructionCause.COMBAT
                && !owners.get(robot.getRobotId()).equals(owners.get(robot.getByRobotId()));
        if (byOther) {
            credits.merge(playerId, robot.getReward(), Long::sum);
            assertThat(robot.getBalance()).isEqualTo(credits.get(playerId));
        } else {
            assertThat(robot.getReward()).isZero();
            assertThat(robot.getLooted()).isEmpty();
        }
    }

    private void bookPoints(Event event) {
        IndexedRecord payload = (IndexedRecord) event.getPayload();
        Schema.Field field = payload.getSchema().getField("score");
        if (field != null && payload.get(field.pos()) instanceof Score score) {
            Map<Object, Integer> ofPlayer = points.computeIfAbsent(event.getPlayerId(), id -> new HashMap<>());
            ofPlayer.merge(score.getCategory(), score.getGained(), Integer::sum);
            assertThat(score.getInCategory()).isEqualTo(ofPlayer.get(score.getCategory()));
            assertThat(score.getTotal())
                    .isEqualTo(ofPlayer.values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        }
    }

    /** A mining process goes on without its robot, which takes nothing then. */
    private void theDeadDoNothing(Event event) {
        IndexedRecord payload = (IndexedRecord) event.getPayload();
        Schema.Field field = payload.getSchema().getField("robotId");
        if (field == null) {
            return;
        }
        boolean dead = destroyed.contains(String.valueOf(payload.get(field.pos())));
        if (dead && payload instanceof ResourcesMined mined) {
            assertThat(mined.getCollected()).isZero();
            assertThat(mined.getScore()).isNull();
        } else {
            assertThat(dead).as("%s", event).isFalse();
        }
        assertThat(eliminated).doesNotContain(event.getPlayerId());
    }

    private void compare(Event event) {
        for (Account account : records.accounts()) {
            assertThat(account.getBalance()).isNotNegative().isEqualTo(credits.get(account.getPlayerId()));
            long living = records.robots().stream()
                    .filter(robot -> robot.getPlayerId().equals(account.getPlayerId()) && !robot.getDestroyed())
                    .count();
            assertThat(account.getRobots()).isEqualTo((int) living);
            assertThat(account.getEliminated()).isEqualTo(eliminated.contains(account.getPlayerId()));
        }
        assertThat(unitsInTheGame()).as("after %s", event).isEqualTo(units);
        for (Robot robot : records.robots()) {
            assertThat(robot.getDestroyed()).isEqualTo(destroyed.contains(robot.getRobotId()));
            assertThat(robot.getQueue()).hasSizeLessThanOrEqualTo(5);
            if (robot.getDestroyed()) {
                assertThat(robot.getQueue()).isEmpty();
                assertThat(robot.getCargo()).isEmpty();
            }
        }
    }

    private Map<Resource, Long> unitsInTheGame() {
        Map<Resource, Long> sum = new EnumMap<>(Resource.class);
        units.keySet().forEach(resource -> sum.put(resource, 0L));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Mine mine = records.mine(x, y);
                if (mine != null) {
                    assertThat(mine.getRemainingUnits()).isNotNegative();
                    boolean open = records.tile(x, y).getContent() == ContentKind.MINE;
                    assertThat(open || mine.getRemainingUnits() == 0).isTrue();
                    sum.merge(mine.getResource(), (long) mine.getRemainingUnits(), Long::sum);
                }
            }
        }
        for (Robot robot : records.robots()) {
            List<ResourceUnits> cargo = robot.getCargo();
            cargo.forEach(held -> sum.merge(held.getResource(), (long) held.getUnits(), Long::sum));
        }
        return sum;
    }

    private void add(Resource resource, int count) {
        units.merge(resource, (long) count, Long::sum);
    }
}
