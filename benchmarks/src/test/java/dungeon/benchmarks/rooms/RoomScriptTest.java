package dungeon.benchmarks.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundResult;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.tictactoe.TicTacToeContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules take whatever the script does. */
class RoomScriptTest {
    @Test
    void playsRoundAfterRoundWithoutAWinnerAndWithoutARefusal() {
        List<BenchPlayer> players = BenchPlayer.several(2);
        RoomScript script = new RoomScript(0, players.get(0), players.get(1));
        RoomOrder opening = script.opening();
        InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> room = TicTacToeContext.inMemory(opening.roomId());
        List<TicTacToeEvent> events = new ArrayList<>();
        long nowMs = System.currentTimeMillis();
        handle(room, opening, Principal.administrator(), nowMs, events);
        for (int i = 0; i < 33; i++) {
            RoomOrder next = script.next();
            BenchPlayer player = players.get(next.player());
            handle(room, next, Principal.player(player.playerId(), player.name()), nowMs + i, events);
        }

        assertThat(events).extracting(TicTacToeEvent::getPayload).noneMatch(CommandRejected.class::isInstance);
        assertThat(events.stream().filter(event -> event.getPayload() instanceof MarkPlaced))
                .hasSize(27);
        assertThat(events.stream()
                        .map(TicTacToeEvent::getPayload)
                        .filter(RoundEnded.class::isInstance)
                        .map(payload -> ((RoundEnded) payload).getResult()))
                .containsExactly(RoundResult.DRAW, RoundResult.DRAW, RoundResult.DRAW);
    }

    private static void handle(
            InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> room,
            RoomOrder order,
            Principal sender,
            long nowMs,
            List<TicTacToeEvent> events) {
        room.handle(
                new TicTacToeCommand(
                        order.commandId(),
                        Instant.ofEpochMilli(nowMs),
                        order.roomId(),
                        sender.playerId(),
                        order.payload()),
                new CommandMetadata(sender, nowMs, 100),
                events::addAll);
    }
}
