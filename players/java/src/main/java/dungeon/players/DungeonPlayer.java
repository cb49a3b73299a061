package dungeon.players;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.CredentialsFile;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.PatientHttp;
import dungeon.players.connection.Platform;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where a player's program begins:
 *
 * <pre>{@code
 * DungeonPlayer.connect(Platform.LOCAL).as("rusher").practice().play(new Rusher());
 * }</pre>
 */
public final class DungeonPlayer {
    /** Of 65,536 names; so many taken ones in a row mean that most are. */
    private static final int NAMES_MAXIMUM = 60;

    private final Platform platform;
    private final PatientHttp http = new PatientHttp();

    private DungeonPlayer(Platform platform) {
        this.platform = platform;
    }

    /** A player of a platform, who has no name so far. Nothing is sent yet. */
    public static DungeonPlayer connect(Platform platform) {
        return new DungeonPlayer(platform);
    }

    /**
     * Registers a player. A name can be registered once, and its token is the only proof of it, so a program that is to run
     * again under its name uses {@link #as(String, Path)}.
     *
     * @param playerName 3 to 32 letters, digits, hyphens and underscores
     * @throws UncheckedIOException if the name is taken or not allowed, or the platform does not answer
     */
    public SignedInPlayer as(String playerName) throws InterruptedException {
        // With an id, a registration that is repeated because its answer got lost gives the token and not a taken name.
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("playerName", playerName)
                .put("commandId", UUID.randomUUID().toString());
        return with(register("/players", body, "Cannot register the player " + playerName));
    }

    /**
     * Goes on as the player that a file knows; if there is no such file, registers the player and writes it. Only its owner
     * can read it.
     *
     * @throws UncheckedIOException as {@link #as(String)}, and if the file cannot be read or written
     * @throws IllegalStateException if the file is of a player of another name
     */
    public SignedInPlayer as(String playerName, Path file) throws InterruptedException {
        CredentialsFile kept = new CredentialsFile(file);
        Optional<Credentials> known = kept.read();
        if (known.isEmpty()) {
            kept.requireWritable();
            SignedInPlayer player = as(playerName);
            kept.write(player.credentials());
            return player;
        }
        if (!known.get().playerName().equals(playerName)) {
            throw new IllegalStateException("%s is of the player %s and not of %s; name another file"
                    .formatted(file, known.get().playerName(), playerName));
        }
        return with(known.get());
    }

    /**
     * Registers a player whose name begins with a word, and goes on with four digits with which it is not taken.
     *
     * @param word 3 to 27 letters, digits, hyphens and underscores
     * @throws UncheckedIOException as {@link #as(String)}, and if so many names are taken that none was found
     */
    public SignedInPlayer asOneOf(String word) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return as("%s-%04x".formatted(word, ThreadLocalRandom.current().nextInt(0x10000)));
            } catch (UncheckedIOException e) {
                boolean isTaken = e.getCause() instanceof HttpProblem problem
                        && problem.code().equals("NAME_TAKEN");
                if (!isTaken || attempt == NAMES_MAXIMUM) {
                    throw e;
                }
            }
        }
    }

    /** A new player whose name the platform chooses. */
    public SignedInPlayer asGuest() throws InterruptedException {
        return with(register("/auth/guest", null, "Cannot play as a guest"));
    }

    /** Goes on as a player who is known already. */
    public SignedInPlayer with(Credentials credentials) {
        return new SignedInPlayer(platform, credentials, false);
    }

    private Credentials register(String path, JsonNode body, String failure) throws InterruptedException {
        try {
            JsonNode player = http.post(platform.ingestUrl() + path, null, body);
            return new Credentials(
                    player.path("playerId").asText(),
                    player.path("playerName").asText(),
                    player.path("token").asText());
        } catch (HttpProblem e) {
            throw new UncheckedIOException("%s: %s".formatted(failure, e.getMessage()), e);
        }
    }
}
