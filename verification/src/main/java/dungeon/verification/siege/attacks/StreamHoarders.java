package dungeon.verification.siege.attacks;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;

/** Opens streams of events of the games that others play, and reads nothing of them. */
final class StreamHoarders extends Attack {
    private static final int STREAMS_MAXIMUM = 3_000;

    private final HeldConnections connections;

    StreamHoarders(Battlefield field, HttpFrom http) {
        super(
                new Kind(
                        "stream hoarders",
                        "a stream of a game's events from its first, of which nothing is read",
                        1_200,
                        true),
                field,
                http,
                0);
        connections = new HeldConnections(name(), tally, 0, true);
    }

    @Override
    public void attempt(Random random) {
        if (connections.count() >= STREAMS_MAXIMUM) {
            tally.other("not tried, 3,000 are held");
            return;
        }
        String gameId = someGame(random);
        URI url = URI.create("%s/games/%s/events".formatted(field.platform().queriesUrl(), gameId));
        connections.open(
                http.nextAddress(),
                new InetSocketAddress(url.getHost(), url.getPort()),
                HttpFrom.head("GET", url, null, "Accept: text/event-stream\r\n"));
    }

    @Override
    public void close() {
        connections.close();
    }
}
