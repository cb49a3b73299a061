package dungeon.verification.siege.attacks;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;

/** Keeps 250 connections to ingest busy with bodies of which a byte comes every five seconds. */
final class SlowBodies extends Attack {
    private static final int CONNECTIONS = 250;
    private static final long BYTE_EACH_MS = 5_000;

    private final HeldConnections connections;

    SlowBodies(Battlefield field, HttpFrom http) {
        super(
                new Kind("slow bodies", "a body of a byte every 5 s, on 250 connections at a time", 1_200, false),
                field,
                http,
                1);
        connections = new HeldConnections(name(), tally, BYTE_EACH_MS, false);
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
                HttpFrom.head("POST", url, guest(0).token(), "Content-Length: 10000\r\n") + "[");
    }

    @Override
    public void close() {
        tally.other("longest held for %d s".formatted(connections.longestMs() / 1_000));
        connections.close();
    }
}
