package dungeon.players.game;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.players.arena.SmallMaps;
import dungeon.players.arena.VirtualGame;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameStarted;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotMoved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private static final String ME = new VirtualGame.Seat("player-0", new OneRobot()).playerId();
    private static final long LOST_AFTER_MS = 10_000;

    private final Player player = new Player(ME, "player-0", new OneRobot(), 1);
    private List<Event> game;
    private long nowMs;
    private int read;

    /** Buys one robot, and sends it to the right end of the row and no further. */
    private static final class OneRobot implements Strategy {
        @Override
        public void think(Commander commander) {
            if (commander.view().ownRobots().isEmpty()) {
                commander.buyRobots(1);
            }
            commander.freeRobots().forEach(robot -> commander.goTowards(robot, new Tile(3, 0)));
        }
    }

    @BeforeEach
    void playARealGameToTakeTheEventsFrom() {
        game = SmallMaps.play(SmallMaps.drawn("####", "SB.."), Duration.ofSeconds(10), new OneRobot());
        nowMs = game.get(0).getTime().toEpochMilli();
    }

    @Test
    void joinsOnce() {
        read(2);
        assertThat(payloads(player.orders(nowMs))).containsExactly(new JoinGame("player-0"));
        assertThat(player.orders(nowMs)).isEmpty();
    }

    @Test
    void joinsWhenItsStrategySaysSo() {
        AtomicBoolean joins = new AtomicBoolean();
        Player hesitant = new Player(
                ME,
                "player-0",
                new Strategy() {
                    @Override
                    public void think(Commander commander) {}

                    @Override
                    public boolean joins(GameView view) {
                        return joins.get();
                    }
                },
                1);
        game.subList(0, 2).forEach(hesitant::learn);
        assertThat(hesitant.orders(nowMs)).isEmpty();

        joins.set(true);
        assertThat(payloads(hesitant.orders(nowMs))).containsExactly(new JoinGame("player-0"));
    }

    @Test
    void ordersAnewWhatCameTooLate() {
        read(2);
        Order first = player.orders(nowMs).get(0);
        player.learn(rejection(first, RejectionCode.NOT_TIMELY));
        Order second = player.orders(nowMs).get(0);
        assertThat(second.payload()).isEqualTo(first.payload());
        assertThat(second.commandId()).isNotEqualTo(first.commandId());
    }

    @Test
    void givesUpWhenItIsNotLetIn() {
        read(2);
        player.learn(rejection(player.orders(nowMs).get(0), RejectionCode.GAME_FULL));
        assertThat(player.isOver()).isTrue();
        assertThat(player.orders(nowMs)).isEmpty();
    }

    @Test
    void doesNotOrderTwiceWhatIsUnderWay() {
        readUntil(GameStarted.class);
        assertThat(payloads(player.orders(nowMs))).containsExactly(new BuyRobots(1, null));
        assertThat(player.orders(nowMs + LOST_AFTER_MS)).isEmpty();
    }

    @Test
    void ordersAnewWhatGotLost() {
        readUntil(GameStarted.class);
        assertThat(player.orders(nowMs)).hasSize(1);
        assertThat(payloads(player.orders(nowMs + LOST_AFTER_MS + 1))).containsExactly(new BuyRobots(1, null));
    }

    @Test
    void goesOnInTheMiddleOfAGameFromTheEventsAlone() {
        readUntil(RobotMoved.class);
        // One step of three is done; a robot that is not ready yet gets no order.
        assertThat(player.orders(nowMs)).isEmpty();
        List<Order> orders = player.orders(nowMs + 2_000);
        assertThat(orders).hasSize(1);
        assertThat(((MoveRobot) orders.get(0).payload()).getDirection().name()).isEqualTo("E");
    }

    @Test
    void isOverWhenTheGameIs() {
        read(game.size());
        assertThat(player.isOver()).isTrue();
    }

    @Test
    void makesOtherCommandIdsWithAnotherSeed() {
        Player other = new Player(ME, "player-0", new OneRobot(), 2);
        game.subList(0, 2).forEach(other::learn);
        read(2);
        assertThat(other.orders(nowMs).get(0).commandId())
                .isNotEqualTo(player.orders(nowMs).get(0).commandId());
    }

    private void read(int events) {
        while (read < events) {
            player.learn(game.get(read));
            nowMs = game.get(read).getTime().toEpochMilli();
            read++;
        }
    }

    private void readUntil(Class<?> payload) {
        boolean found = false;
        while (!found) {
            found = payload.isInstance(game.get(read).getPayload());
            read(read + 1);
        }
    }

    private static List<SpecificRecord> payloads(List<Order> orders) {
        return orders.stream().map(Order::payload).toList();
    }

    private Event rejection(Order order, RejectionCode code) {
        return new Event(
                game.get(0).getGameId(),
                3L,
                Instant.ofEpochMilli(nowMs),
                order.commandId(),
                ME,
                0,
                new CommandRejected(code, "no", List.of()));
    }
}
