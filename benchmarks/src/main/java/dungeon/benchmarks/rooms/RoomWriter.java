package dungeon.benchmarks.rooms;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.host.TokenOffice;
import dungeon.benchmarks.load.TopicWriter;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.topics.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes orders to rooms. */
final class RoomWriter implements AutoCloseable {
    private final TokenOffice tokens;
    private final List<BenchPlayer> players;
    private final TopicWriter<TicTacToeCommand> writer;

    RoomWriter(BenchHost host, List<BenchPlayer> players) {
        this.tokens = host.tokens();
        this.players = players;
        this.writer = new TopicWriter<>(Topics.TICTACTOE_COMMANDS, host.clientConfig());
    }

    /** Sends an order that is given now. */
    void send(RoomOrder order) {
        boolean isPlayers = order.player() != Sent.ADMINISTRATOR;
        writer.send(
                order.roomId(),
                new TicTacToeCommand(
                        order.commandId(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        order.roomId(),
                        isPlayers ? players.get(order.player()).playerId() : null,
                        order.payload()),
                tokens.authorization(order.player()));
    }

    /** See {@link TopicWriter#flush}. */
    void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
