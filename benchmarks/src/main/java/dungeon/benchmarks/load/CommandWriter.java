package dungeon.benchmarks.load;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.host.TokenOffice;
import dungeon.schemas.Command;
import dungeon.schemas.topics.Topics;
import java.time.Instant;

/** Writes commands to games. */
public final class CommandWriter implements AutoCloseable {
    private final TokenOffice tokens;
    private final TopicWriter<Command> writer;

    public CommandWriter(BenchHost host) {
        tokens = host.tokens();
        writer = new TopicWriter<>(Topics.COMMANDS, host.clientConfig());
    }

    /** Sends a command that is issued now. */
    public void send(Sent sent) {
        Command command = sent.command();
        command.setIssuedAt(Instant.now());
        writer.send(command.getGameId(), command, tokens.authorization(sent.player()));
    }

    /** See {@link TopicWriter#flush}. */
    public void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
