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

    /** Who it is: the player that a folder knows, or one that is registered now. A name can be registered once only, so it is kept. */
    Credentials player(Path folder, Platform platform) throws InterruptedException {
        CredentialsFile file = new CredentialsFile(folder.resolve(label + ".json"));
        Optional<Credentials> known = file.read();
        if (known.isPresent()) {
            return known.get();
        }
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
