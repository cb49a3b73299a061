package dungeon.benchmarks.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

/** The same requests over and over, one after the other. */
public final class InTurn implements Supplier<ByteBuffer> {
    private final List<ByteBuffer> requests;
    private int next;

    public InTurn(List<ByteBuffer> requests) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to ask");
        }
        this.requests = List.copyOf(requests);
    }

    @Override
    public ByteBuffer get() {
        ByteBuffer request = requests.get(next);
        next = next + 1 == requests.size() ? 0 : next + 1;
        return request;
    }
}
