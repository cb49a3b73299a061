package dungeon.platform.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

public class OwnBuffersTest {
    private static final int BYTES = 1024;

    @Test
    void areThoseOfEveryConnectorOfARunningServer() {
        List<Server> servers = new ArrayList<>();
        HttpServerConfig config = new HttpServerConfig("127.0.0.1", 0, "*", 10, 1_000);
        try (HttpServer server = HttpServer.start(
                config,
                List.of(),
                List.of(),
                new SimpleMeterRegistry(),
                javalin -> javalin.jetty.modifyServer(servers::add))) {
            assertThat(server.port()).isPositive();
            assertThat(servers)
                    .singleElement()
                    .satisfies(jetty ->
                            assertThat(jetty.getConnectors()).isNotEmpty().allSatisfy(OwnBuffersTest::requireOwn));
        }
    }

    private static void requireOwn(Connector connector) {
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        assertOwn(
                connector.getByteBufferPool(), http.isUseInputDirectByteBuffers(), http.isUseOutputDirectByteBuffers());
    }

    /** Asserts that a pool gives nobody the memory that somebody else had. */
    public static void assertOwn(ByteBufferPool pool, boolean directInput, boolean directOutput) {
        RetainableByteBuffer first = pool.acquire(BYTES, directInput);
        assertThat(first.getByteBuffer().hasArray()).as("on the heap").isTrue();
        byte[] memory = first.getByteBuffer().array();
        assertThat(first.release()).isTrue();
        RetainableByteBuffer second = pool.acquire(BYTES, directOutput);
        assertThat(second.getByteBuffer().array()).isNotSameAs(memory);
    }
}
