package dungeon.standalone.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A round of tic-tac-toe as text: its boards side by side, one after each move; the last mark, and the line that has won, in brackets. */
final class RoundDrawing {
    private static final int SIDE = 3;
    private static final String FREE = "\u00b7";
    private static final String GAP = "   ";

    private final String[] cells = new String[SIDE * SIDE];
    private final List<String[]> rows = new ArrayList<>();

    RoundDrawing() {
        Arrays.fill(cells, FREE);
    }

    /** A mark was placed. */
    void placed(JsonNode event) {
        int cell = event.path("cell").asInt();
        cells[cell] = event.path("mark").asText();
        rows.add(board(List.of(cell)));
    }

    /** The round is over. */
    void ended(JsonNode event) {
        List<Integer> line = new ArrayList<>();
        event.path("line").forEach(cell -> line.add(cell.asInt()));
        if (!line.isEmpty()) {
            rows.set(rows.size() - 1, board(line));
        }
    }

    /** All boards; empty if nobody has moved. */
    String text() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < SIDE && !rows.isEmpty(); row++) {
            int y = row;
            lines.add(rows.stream()
                    .map(board -> board[y])
                    .collect(Collectors.joining(GAP))
                    .stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String[] board(List<Integer> marked) {
        String[] board = new String[SIDE];
        for (int y = 0; y < SIDE; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < SIDE; x++) {
                int cell = y * SIDE + x;
                row.append(marked.contains(cell) ? "[%s]".formatted(cells[cell]) : " %s ".formatted(cells[cell]));
            }
            board[y] = row.toString();
        }
        return board;
    }
}
