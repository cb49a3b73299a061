package dungeon.verification.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes bytes between clients and one port, until it is cut: then nothing gets through and nobody is told, as when packets
 * are dropped. Once it is mended, what was under way arrives.
 */
final class CuttableProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CuttableProxy.class);
    private static final int BUFFER_BYTES = 32 * 1024;

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean cut;
    private volatile boolean closed;

    CuttableProxy(int port, int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
        daemon(this::accept);
    }

    synchronized void cut() {
        cut = true;
    }

    synchronized void mend() {
        cut = false;
        notifyAll();
    }

    @Override
    public void close() {
        closed = true;
        mend();
        try {
            entrance.close();
        } catch (IOException e) {
            LOG.warn("A proxy did not close", e);
        }
        sockets.forEach(CuttableProxy::close);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = entrance.accept();
                daemon(() -> connect(client));
            } catch (IOException e) {
                if (!closed) {
                    LOG.warn("A proxy could not accept a connection", e);
                }
            }
        }
    }

    private void connect(Socket client) {
        sockets.add(client);
        try {
            awaitMended();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            daemon(() -> pass(client, server));
            daemon(() -> pass(server, client));
        } catch (IOException e) {
            LOG.debug("The broker behind a proxy is away", e);
            close(client);
        } catch (InterruptedException e) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                awaitMended();
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            LOG.trace("A connection has ended", e);
        } catch (InterruptedException e) {
            LOG.debug("Interrupted", e);
        } finally {
            // Even an end is not heard of through a cut.
            try {
                awaitMended();
            } catch (InterruptedException e) {
                LOG.debug("Interrupted", e);
            }
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private synchronized void awaitMended() throws InterruptedException {
        while (cut) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close", e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
