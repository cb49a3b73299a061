package dungeon.players.rooms;

import dungeon.players.DungeonPlayer;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.CredentialsFile;
import dungeon.players.connection.Platform;
import dungeon.players.tictactoe.CellChooser;
import dungeon.players.tictactoe.EasyChooser;
import dungeon.players.tictactoe.PerfectChooser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A kind of bot: whom a room waits for. */
enum RoomBot {
    EASY_BOT("easy"),
    PERFECT_BOT("perfect");

    private final String label;

    RoomBot(String label) {
        this.label = label;
    }

    /** Chooses its cells, in one room. */
    CellChooser chooser() {
        return switch (this) {
            case EASY_BOT -> new EasyChooser(ThreadLocalRandom.current().nextLong());
            case PERFECT_BOT -> new PerfectChooser();
        };
    }

    /** Who it is, if a folder knows it. */
    Optional<Credentials> known(Path folder) {
        return file(folder).read();
    }

    private CredentialsFile file(Path folder) {
        return new CredentialsFile(folder.resolve(label + ".json"));
    }

    /** Registers it. A name can be registered once only, so it is kept. */
    Credentials register(Path folder, Platform platform) throws InterruptedException {
        CredentialsFile file = file(folder);
        file.requireWritable();
        Credentials player = DungeonPlayer.connect(platform).asOneOf(label).credentials();
        file.write(player);
        return player;
    }

    /** The next one is registered anew, because the token does not hold any more: tokens end. */
    void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(label + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the bot whose token has ended from " + folder, e);
        }
    }
}
