package dungeon.players.bots;

import dungeon.platform.envelope.Ids;
import dungeon.players.DungeonPlayer;
import dungeon.players.connection.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bots of one game, in a file. A name can be registered once only, so its token must outlive the process; and when the game is over
 * the bot rests in a file of its own until another game wants one of its kind, so that names do not run out.
 */
final class Roster {
    private static final String SUFFIX = ".json";
    /** A player's name has up to 32 characters, and a hyphen with four digits follows. */
    private static final int NAME_MAXIMUM = 27;

    private final Path file;

    private Roster(Path file) {
        this.file = file;
    }

    static Roster of(Path folder, String gameId) {
        return new Roster(folder.resolve(gameId + SUFFIX));
    }

    /** The games of which bots are kept in a folder. */
    static List<String> games(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(Ids::isCanonical)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the bots in " + folder, e);
        }
    }

    /** Registers the bots that are missing, and gives all of them. */
    List<BotIdentity> complete(List<BotKind> kinds, Platform platform) throws InterruptedException {
        List<BotIdentity> bots = new ArrayList<>(read());
        while (bots.size() < kinds.size()) {
            BotKind kind = kinds.get(bots.size());
            Optional<BotIdentity> rested = RestingBots.of(file.getParent()).wake(kind);
            bots.add(rested.isPresent() ? rested.get() : register(kind, platform));
            write(bots);
        }
        return bots;
    }

    /** Ends the game's list; its bots rest. */
    void remove() {
        // First, because a bot that is in neither file is lost, and one that is in both is only known twice.
        RestingBots.of(file.getParent()).rest(read());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }

    private static BotIdentity register(BotKind kind, Platform platform) throws InterruptedException {
        return new BotIdentity(
                kind, DungeonPlayer.connect(platform).asOneOf(nameOf(kind)).credentials());
    }

    /** As much of the strategy's name as a player's name can hold. */
    private static String nameOf(BotKind kind) {
        String name = kind.source().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
        return name.substring(0, Math.min(name.length(), NAME_MAXIMUM));
    }

    private List<BotIdentity> read() {
        return BotFile.read(file);
    }

    private void write(List<BotIdentity> bots) {
        BotFile.write(file, bots);
    }
}
