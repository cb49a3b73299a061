package dungeon.players.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.players.connection.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotHostTest {
    private static final String GAME = "6f1c2a52-0b1e-4d2a-9c6e-0123456789ab";
    private static final BotKind MINER = new BotKind("miner", true);
    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    @Test
    void aGameIsOverHereWhenItsLastBotCannotGoOnWhichIsKept() throws Exception {
        BotIdentity bot = RestingBotsTest.bot(MINER, "miner-1", Duration.ofDays(2));
        BotFile.write(folder.resolve(GAME + ".json"), List.of(bot));
        CompletableFuture<String> over = new CompletableFuture<>();

        try (BotHost host = new BotHost(folder, new Platform(NOWHERE, NOWHERE, "", ""), over::complete)) {
            host.lead(GAME, MINER, (playerId, strategy) -> {
                throw new NoClassDefFoundError("gone");
            });

            assertThat(over.get(30, TimeUnit.SECONDS)).isEqualTo(GAME);
            assertThat(host.keptGames()).containsExactly(GAME);
        }
        assertThat(Roster.of(folder, GAME).complete(List.of(MINER), null)).containsExactly(bot);
    }
}
