package dungeon.ingest.server;

import dungeon.ingest.limits.ClientAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Takes so many connections of an address and no more; what comes beyond is closed at once, since an answer would have to wait for the
 * sender. Trusted proxies are not bounded, because they speak for many.
 */
final class BoundedEndpoint extends NioEndpoint {
    /** Looking for connections that have ended takes less than a ms for the thousands that there can be. */
    private static final long SWEEP_PAUSE_NANOS = 20_000_000;

    private static final int SWEEP_AFTER_CONNECTIONS = 10_000;

    /** Only the thread that accepts connections comes here. */
    private final Map<SocketChannel, String> senders = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();
    private int connectionsPerAddress = Integer.MAX_VALUE;
    private ClientAddresses addresses;
    private long sweptAtNanos = System.nanoTime();

    /** Says what the bounds are; before it starts. */
    void bound(int connectionsPerAddress, ClientAddresses addresses) {
        this.connectionsPerAddress = connectionsPerAddress;
        this.addresses = addresses;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (admits(socket)) {
            return super.setSocketOptions(socket);
        }
        destroySocket(socket);
        return false;
    }

    private boolean admits(SocketChannel socket) {
        InetAddress address;
        try {
            if (!(socket.getRemoteAddress() instanceof InetSocketAddress peer)) {
                return false;
            }
            address = peer.getAddress();
        } catch (IOException e) {
            getLog().debug("A connection ended before it was accepted", e);
            return false;
        }
        if (addresses.isTrusted(address)) {
            return true;
        }
        String sender = ClientAddresses.sender(address);
        boolean isFull = counts.getOrDefault(sender, 0) >= connectionsPerAddress;
        boolean mayHaveEnded = isFull && System.nanoTime() - sweptAtNanos > SWEEP_PAUSE_NANOS;
        if (mayHaveEnded || senders.size() >= SWEEP_AFTER_CONNECTIONS) {
            forgetEnded();
            isFull = counts.getOrDefault(sender, 0) >= connectionsPerAddress;
        }
        if (isFull) {
            getLog().debug("No more connections of " + sender);
            return false;
        }
        senders.put(socket, sender);
        counts.merge(sender, 1, Integer::sum);
        return true;
    }

    private void forgetEnded() {
        Iterator<Map.Entry<SocketChannel, String>> connections =
                senders.entrySet().iterator();
        while (connections.hasNext()) {
            Map.Entry<SocketChannel, String> connection = connections.next();
            if (!connection.getKey().isOpen()) {
                connections.remove();
                counts.computeIfPresent(connection.getValue(), (sender, count) -> count == 1 ? null : count - 1);
            }
        }
        sweptAtNanos = System.nanoTime();
    }
}
