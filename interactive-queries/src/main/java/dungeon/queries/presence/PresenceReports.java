package dungeon.queries.presence;

import dungeon.platform.queries.http.AnswerFetcher;
import dungeon.platform.token.TokenClaims;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has command-ingest tell a room that a player is gone or there. It does so for whoever shows that player's token, so that the read side needs
 * no token of its own and no right to write.
 */
final class PresenceReports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceReports.class);

    /** Command-ingest takes 128 from one address, and most of them are for the door. */
    private static final int CONNECTIONS_MAXIMUM = 4;

    private static final Duration CONNECT_MAXIMUM = Duration.ofSeconds(1);

    /** Whoever gets no answer looks again what the room knows. */
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(2);

    private static final int ACCEPTED = 202;

    private final String ingestUrl;
    private final AnswerFetcher fetcher =
            new AnswerFetcher("presence-reports", CONNECT_MAXIMUM, List.of(), CONNECTIONS_MAXIMUM);

    /**
     * @param ingestUrl such as {@code http://127.0.0.1:8080}
     */
    PresenceReports(String ingestUrl) {
        this.ingestUrl = ingestUrl;
    }

    void send(PresentPlayers.Report report) {
        var unused = fetcher.put(
                        "%s/rooms/%s/presence".formatted(ingestUrl, report.roomId()),
                        Map.of("Authorization", TokenClaims.SCHEME + report.token()),
                        "{\"connected\": %b}".formatted(report.connected()),
                        ANSWER_MAXIMUM)
                .whenComplete((reply, problem) -> {
                    if (problem != null) {
                        LOG.info("Who is connected cannot be told now, and is told again: {}", problem.toString());
                    } else if (reply.status() != ACCEPTED) {
                        LOG.debug(
                                "A player's presence in {} was refused with {}; it is looked at again",
                                report.roomId(),
                                reply.status());
                    }
                });
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
