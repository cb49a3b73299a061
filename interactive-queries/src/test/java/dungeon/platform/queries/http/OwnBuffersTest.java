package dungeon.platform.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class OwnBuffersTest {
    private static final int BYTES = 1024;

    @Test
    void giveNoConnectionTheMemoryOfAnother() {
        HttpConfiguration http = new HttpConfiguration();
        ByteBufferPool pool =
                OwnBuffers.connector(new Server(), http, "127.0.0.1", 0).getByteBufferPool();
        RetainableByteBuffer first = pool.acquire(BYTES, http.isUseInputDirectByteBuffers());
        byte[] memory = first.getByteBuffer().array();
        assertThat(first.release()).isTrue();
        RetainableByteBuffer second = pool.acquire(BYTES, http.isUseOutputDirectByteBuffers());
        assertThat(second.getByteBuffer().array()).isNotSameAs(memory);
    }
}
