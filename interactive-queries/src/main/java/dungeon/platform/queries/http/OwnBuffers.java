package dungeon.platform.queries.http;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Buffers that no two connections ever share, one after the other neither. With a pool, Jetty 12.1 gives one back twice now and then,
 * if a body that it passes on breaks off with a chunk that is none: two threads clear up after it. From then on two connections write to
 * the same memory, and one client reads the answer to another.
 */
public final class OwnBuffers {
    private static final int CHOSEN_BY_JETTY = -1;

    private OwnBuffers() {}

    /** A pool that keeps nothing: each buffer is new, and garbage afterwards. */
    public static ByteBufferPool pool() {
        return new ByteBufferPool.NonPooling();
    }

    /** A connector with such buffers, on the heap, since memory outside it is dear to allocate. */
    static ServerConnector connector(Server server, HttpConfiguration http, String host, int port) {
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        ServerConnector connector = new ServerConnector(
                server, null, null, pool(), CHOSEN_BY_JETTY, CHOSEN_BY_JETTY, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }
}
