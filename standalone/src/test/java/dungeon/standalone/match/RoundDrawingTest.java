package dungeon.standalone.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class RoundDrawingTest {
    private final RoundDrawing drawing = new RoundDrawing();

    @Test
    void hasABoardForEachMoveWithTheLastMarkInBrackets() {
        place("X", 4);
        place("O", 8);

        assertThat(drawing.text().lines())
                .containsExactly(" ·  ·  ·     ·  ·  ·", " · [X] ·     ·  X  ·", " ·  ·  ·     ·  · [O]");
    }

    @Test
    void showsTheLineThatHasWon() {
        place("X", 2);
        place("X", 4);
        place("X", 6);
        ObjectNode end = JsonNodeFactory.instance.objectNode();
        end.putArray("line").add(2).add(4).add(6);

        drawing.ended(end);

        assertThat(drawing.text().lines())
                .containsExactly(
                        " ·  · [X]    ·  ·  X     ·  · [X]",
                        " ·  ·  ·     · [X] ·     · [X] ·",
                        " ·  ·  ·     ·  ·  ·    [X] ·  ·");
    }

    @Test
    void isEmptyWhereNobodyHasMoved() {
        drawing.ended(JsonNodeFactory.instance.objectNode());

        assertThat(drawing.text()).isEmpty();
    }

    private void place(String mark, int cell) {
        drawing.placed(JsonNodeFactory.instance.objectNode().put("mark", mark).put("cell", cell));
    }
}
