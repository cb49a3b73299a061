package dungeon.players.bots;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bots whose game is over, in a file; a further game takes them up again, as long as their tokens hold. */
final class RestingBots {
    private static final String FILE = "resting.json";

    /** A game lasts a day at most; a token that ends within it would silence the bot. */
    private static final Duration GAME_MAXIMUM = Duration.ofDays(1);

    private final Path file;

    private RestingBots(Path file) {
        this.file = file;
    }

    static RestingBots of(Path folder) {
        return new RestingBots(folder.resolve(FILE));
    }

    void rest(List<BotIdentity> bots) {
        if (bots.isEmpty()) {
            return;
        }
        List<BotIdentity> resting = new ArrayList<>(BotFile.read(file));
        bots.stream().filter(bot -> !resting.contains(bot)).forEach(resting::add);
        BotFile.write(file, resting);
    }

    /** Takes one of a kind, and forgets those whose tokens are over. */
    Optional<BotIdentity> wake(BotKind kind) {
        List<BotIdentity> resting = new ArrayList<>(BotFile.read(file));
        resting.removeIf(bot -> !holdsForAGame(bot));
        Optional<BotIdentity> woken =
                resting.stream().filter(bot -> bot.kind().equals(kind)).findFirst();
        woken.ifPresent(bot -> {
            resting.remove(bot);
            BotFile.write(file, resting);
        });
        return woken;
    }

    private static boolean holdsForAGame(BotIdentity bot) {
        try {
            Instant end = SignedJWT.parse(bot.credentials().token())
                    .getJWTClaimsSet()
                    .getExpirationTime()
                    .toInstant();
            return end.isAfter(Instant.now().plus(GAME_MAXIMUM));
        } catch (ParseException e) {
            return false;
        }
    }
}
