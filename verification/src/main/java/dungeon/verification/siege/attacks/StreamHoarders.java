package dungeon.verification.siege.attacks;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;

/** Opens streams of events of the games that others play, and reads nothing of them. */
final class StreamHoarders implements Attack {
    private static final int STREAMS_MAXIMUM = 3_000;

    private final Battlefield field;
    private final HttpFrom http;
    private final Tally tally = new Tally();
    private final HeldConnections connections;

    StreamHoarders(Battlefield field, HttpFrom http) {
        this.field = field;
        this.http = http;
        connections = new HeldConnections(name(), tally, 0, true);
    }

    @Override
    public String name() {
        return "stream hoarders";
    }

    @Override
    public String each() {
        return "a stream of a game's events from its first, of which nothing is read";
    }

    @Override
    public int perMinute() {
        return 1_200;
    }

    @Override
    public boolean mayGetThrough() {
        return true;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void attempt(Random random) {
        if (connections.count() >= STREAMS_MAXIMUM) {
            tally.other("not tried, 3,000 are held");
            return;
        }
        String gameId =
                field.honestGames().get(random.nextInt(field.honestGames().size()));
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
