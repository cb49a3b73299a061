package dungeon.verification.cluster;

import dungeon.standalone.machine.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Ports of this machine on which somebody listens. */
final class OpenPorts {
    private OpenPorts() {}

    /**
     * Waits until all can be connected to.
     *
     * @throws IllegalStateException if one cannot in time
     */
    static void await(List<Integer> brokerPorts, Duration atMost) throws InterruptedException {
        for (int port : brokerPorts) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            if (!Waiting.until(() -> isOpen(address), atMost)) {
                throw new IllegalStateException("The broker at port %d does not listen".formatted(port));
            }
        }
    }

    private static boolean isOpen(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
