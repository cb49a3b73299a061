package dungeon.standalone.bots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ME = "11111111-1111-1111-1111-111111111111";

    private Explorer explorer;

    /** A row of three star systems from (0,0) on. */
    @BeforeEach
    void lookAtTheMap() {
        StarMap map = new StarMap();
        map.add(new Place(0, 0), 2_000);
        map.add(new Place(1, 0), 2_000);
        map.add(new Place(2, 0), 2_000);
        explorer = new Explorer(new BotIdentity(BotKind.EXPLORER, ME, "explorer-1", "token"), map);
    }

    @Test
    void waitsForTheStartAndThenBuysItsRobotsOnce() {
        assertThat(explorer.nextOrders()).isEmpty();
        happens("{'type':'GameStarted'}");
        ObjectNode purchase = only(explorer.nextOrders());
        assertThat(purchase.path("type").asText()).isEqualTo("BuyRobots");
        assertThat(purchase.path("quantity").asInt()).isEqualTo(3);
        assertThat(explorer.nextOrders()).isEmpty();
    }

    @Test
    void buysNoMoreWhenItHasAllItsRobots() {
        happens("{'type':'GameStarted'}");
        String commandId = only(explorer.nextOrders()).path("commandId").asText();
        for (int remaining = 2; remaining >= 0; remaining--) {
            happens(
                    "{'type':'RobotSpawned','playerId':'%s','commandId':'%s','remaining':%d,'robotId':'r%d','condition':{'position':{'x':0,'y':0},'queued':0}}"
                            .formatted(ME, commandId, remaining, remaining));
            assertThat(explorer.nextOrders())
                    .extracting(order -> order.path("type").asText())
                    .doesNotContain("BuyRobots");
        }
    }

    @Test
    void buysNoMoreWhenTheMoneyIsGone() {
        happens("{'type':'GameStarted'}");
        String commandId = only(explorer.nextOrders()).path("commandId").asText();
        happens("{'type':'CommandRejected','playerId':'%s','commandId':'%s','code':'INSUFFICIENT_FUNDS'}"
                .formatted(ME, commandId));
        assertThat(explorer.nextOrders()).isEmpty();
    }

    @Test
    void ordersTheNextStepWhenTheLastOneIsDone() {
        ObjectNode first = spawnRobot();
        assertThat(first.path("direction").asText()).isEqualTo("E");
        assertThat(explorer.nextOrders()).isEmpty();

        happens(
                "{'type':'RobotMoved','playerId':'%s','commandId':'%s','robotId':'r','condition':{'position':{'x':1,'y':0},'queued':0}}"
                        .formatted(ME, first.path("commandId").asText()));
        assertThat(only(explorer.nextOrders()).path("direction").asText()).isEqualTo("E");
    }

    @Test
    void doesNotTryAStepAgainThatFailed() {
        ObjectNode first = spawnRobot();
        happens(
                "{'type':'ActionFailed','playerId':'%s','commandId':'%s','robotId':'r','reason':'VOID','action':{'type':'MoveRobot','direction':'E'},'condition':{'position':{'x':0,'y':0},'queued':0}}"
                        .formatted(ME, first.path("commandId").asText()));
        assertThat(explorer.nextOrders()).isEmpty();
    }

    @Test
    void ordersAnewWhatCameTooLate() {
        ObjectNode first = spawnRobot();
        happens("{'type':'CommandRejected','playerId':'%s','commandId':'%s','code':'NOT_TIMELY'}"
                .formatted(ME, first.path("commandId").asText()));
        ObjectNode second = only(explorer.nextOrders());
        assertThat(second.path("direction").asText()).isEqualTo("E");
        assertThat(second.path("commandId")).isNotEqualTo(first.path("commandId"));
    }

    @Test
    void leavesTheRobotsOfOthersAlone() {
        happens("{'type':'GameStarted'}");
        assertThat(explorer.nextOrders()).hasSize(1);
        happens(
                "{'type':'RobotSpawned','playerId':'somebody','robotId':'x','condition':{'position':{'x':0,'y':0},'queued':0}}");
        assertThat(explorer.nextOrders()).isEmpty();
    }

    @Test
    void isOverWhenTheGameIs() {
        happens("{'type':'GameEnded','reason':'TIME_UP'}");
        assertThat(explorer.isOver()).isTrue();
    }

    /** Returns the order that the new robot gets. */
    private ObjectNode spawnRobot() {
        happens("{'type':'GameStarted'}");
        String commandId = only(explorer.nextOrders()).path("commandId").asText();
        happens("{'type':'CommandRejected','playerId':'%s','commandId':'%s','code':'ROBOT_LIMIT'}"
                .formatted(ME, commandId));
        happens(
                "{'type':'RobotSpawned','playerId':'%s','commandId':'other','robotId':'r','condition':{'position':{'x':0,'y':0},'queued':0}}"
                        .formatted(ME));
        return only(explorer.nextOrders());
    }

    private void happens(String json) {
        try {
            JsonNode event = JSON.readTree(json.replace('\'', '"'));
            explorer.learn(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static ObjectNode only(List<ObjectNode> orders) {
        assertThat(orders).hasSize(1);
        return orders.get(0);
    }
}
