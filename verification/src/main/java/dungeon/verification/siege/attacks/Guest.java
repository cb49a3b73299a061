package dungeon.verification.siege.attacks;

import java.io.IOException;

/**
 * A registered player.
 *
 * @param token that proves it
 */
public record Guest(String playerId, String playerName, String token) {
    private static final int TRIES = 30;
    private static final long PAUSE_MS = 1_000;

    /**
     * Registers one; is patient with a platform that lets few register in a time.
     *
     * @throws IOException if it is refused again and again, naming the last answer
     */
    public static Guest register(HttpFrom http, String ingestUrl) throws IOException, InterruptedException {
        Answer answer = Answer.none("not tried");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            answer = http.post(ingestUrl + "/auth/guest", null, new byte[0]);
            if (answer.status() == 201) {
                return new Guest(answer.text("playerId"), answer.text("playerName"), answer.text("token"));
            }
            Thread.sleep(PAUSE_MS);
        }
        throw new IOException("Cannot register a guest: " + answer.name());
    }
}
