package dungeon.standalone.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that stay ours while the process behind one is dead: below those that the operating system gives to outgoing
 * connections.
 */
public final class FreePorts {
    private static final int FIRST = 12_000;
    private static final int BEYOND = 30_000;

    private FreePorts() {}

    /** One of them. */
    public static int one() {
        return several(1).get(0);
    }

    /** One for each part of a machine. */
    public static Ports ofAMachine() {
        List<Integer> ports = several(4);
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3));
    }

    /** Several of them, in rising order. */
    public static List<Integer> several(int count) {
        List<Integer> ports = new ArrayList<>();
        int candidate = ThreadLocalRandom.current().nextInt(FIRST, BEYOND - 1_000);
        while (ports.size() < count) {
            if (candidate >= BEYOND) {
                throw new IllegalStateException("There are no %d free ports on this machine".formatted(count));
            }
            if (isFree(candidate)) {
                ports.add(candidate);
            }
            candidate++;
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
