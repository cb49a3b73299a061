package dungeon.players.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RoomViewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RoomView ann = new RoomView("ann");
    private final RoomView bob = new RoomView("bob");

    @Test
    void nobodyMovesBeforeTheFirstRound() throws JsonProcessingException {
        happens("{'type': 'RoomCreated'}");

        assertThat(ann.isMyTurn()).isFalse();
        assertThat(ann.round()).isZero();
        assertThat(ann.isRoundOver()).isFalse();
    }

    @Test
    void eachSeesTheBoardAsWhoeverMovesNext() throws JsonProcessingException {
        happens("{'type': 'RoundStarted', 'round': 1, 'xPlayerId': 'ann', 'oPlayerId': 'bob'}");
        assertThat(ann.isMyTurn()).isTrue();
        assertThat(bob.isMyTurn()).isFalse();

        happens("{'type': 'MarkPlaced', 'round': 1, 'move': 1, 'cell': 4, 'playerId': 'ann'}");

        assertThat(ann.isMyTurn()).isFalse();
        assertThat(bob.isMyTurn()).isTrue();
        assertThat(bob.move()).isEqualTo(2);
        assertThat(bob.cells()).isEqualTo(new Cells(0, 1 << 4));

        happens("{'type': 'MarkPlaced', 'round': 1, 'move': 2, 'cell': 0, 'playerId': 'bob'}");

        assertThat(ann.isMyTurn()).isTrue();
        assertThat(ann.cells()).isEqualTo(new Cells(1 << 4, 1));
    }

    @Test
    void nobodyMovesWhenARoundIsOverAndTheNextBeginsWithAnEmptyBoard() throws JsonProcessingException {
        happens("{'type': 'RoundStarted', 'round': 1, 'xPlayerId': 'ann', 'oPlayerId': 'bob'}");
        happens("{'type': 'MarkPlaced', 'round': 1, 'move': 1, 'cell': 4, 'playerId': 'ann'}");
        happens("{'type': 'RoundEnded', 'round': 1}");
        assertThat(bob.isMyTurn()).isFalse();
        assertThat(bob.isRoundOver()).isTrue();

        happens("{'type': 'RoundStarted', 'round': 2, 'xPlayerId': 'bob', 'oPlayerId': 'ann'}");

        assertThat(bob.isMyTurn()).isTrue();
        assertThat(bob.isRoundOver()).isFalse();
        assertThat(bob.cells()).isEqualTo(Cells.EMPTY);
        assertThat(bob.move()).isEqualTo(1);
    }

    @Test
    void whoeverHasOfferedARematchHasSoUntilItBegins() throws JsonProcessingException {
        happens("{'type': 'RoundStarted', 'round': 1, 'xPlayerId': 'ann', 'oPlayerId': 'bob'}");
        happens("{'type': 'RoundEnded', 'round': 1}");
        assertThat(ann.hasOffered()).isFalse();

        happens("{'type': 'RematchOffered', 'round': 1, 'playerId': 'ann'}");

        assertThat(ann.hasOffered()).isTrue();
        assertThat(bob.hasOffered()).isFalse();

        happens("{'type': 'RematchOffered', 'round': 1, 'playerId': 'bob'}");
        assertThat(ann.hasOffered()).isTrue();

        happens("{'type': 'RoundStarted', 'round': 2, 'xPlayerId': 'bob', 'oPlayerId': 'ann'}");
        assertThat(ann.hasOffered()).isFalse();
        assertThat(bob.hasOffered()).isFalse();
    }

    @Test
    void nothingComesBehindTheEndOfTheRoom() throws JsonProcessingException {
        happens("{'type': 'RoundStarted', 'round': 1, 'xPlayerId': 'ann', 'oPlayerId': 'bob'}");
        happens("{'type': 'RoomClosed'}");

        assertThat(ann.isClosed()).isTrue();
        assertThat(ann.isMyTurn()).isFalse();
    }

    private void happens(String event) throws JsonProcessingException {
        ann.learn(JSON.readTree(event.replace('\'', '"')));
        bob.learn(JSON.readTree(event.replace('\'', '"')));
    }
}
