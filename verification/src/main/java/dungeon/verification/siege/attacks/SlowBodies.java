package dungeon.verification.siege.attacks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** Keeps 250 connections to ingest busy with bodies of which a byte comes every five seconds. */
final class SlowBodies implements Attack {
    private static final int CONNECTIONS = 250;
    private static final long BYTE_EACH_MS = 5_000;

    private final Battlefield field;
    private final HttpFrom http;
    private final Tally tally = new Tally();
    private final HeldConnections connections;
    private List<Guest> guests = List.of();

    SlowBodies(Battlefield field, HttpFrom http) {
        this.field = field;
        this.http = http;
        connections = new HeldConnections(name(), tally, BYTE_EACH_MS, false);
    }

    @Override
    public String name() {
        return "slow bodies";
    }

    @Override
    public String each() {
        return "a body of a byte every 5 s, on 250 connections at a time";
    }

    @Override
    public int perMinute() {
        return 1_200;
    }

    @Override
    public boolean mayGetThrough() {
        return false;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        guests = field.guests(http, 1);
    }

    @Override
    public void attempt(Random random) {
        if (connections.count() >= CONNECTIONS) {
            tally.other("not needed, 250 are held");
            return;
        }
        URI url = URI.create(
                field.ingest("/games/%s/commands".formatted(field.honestGames().get(0))));
        connections.open(
                http.nextAddress(),
                new InetSocketAddress(url.getHost(), url.getPort()),
                HttpFrom.head("POST", url, guests.get(0).token(), "Content-Length: 10000\r\n") + "[");
    }

    @Override
    public void close() {
        tally.other("longest held for %d s".formatted(connections.longestMs() / 1_000));
        connections.close();
    }
}
