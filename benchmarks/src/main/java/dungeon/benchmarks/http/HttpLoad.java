package dungeon.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * How hard a server is asked.
 *
 * @param connections how many requests can be under way at a time
 * @param perSecond at which rate requests are sent; none for as fast as the answers come
 * @param duration for how long
 */
public record HttpLoad(int connections, OptionalDouble perSecond, Duration duration) {

    /** As fast as the answers come. */
    public static HttpLoad asFastAsPossible(int connections, Duration duration) {
        return new HttpLoad(connections, OptionalDouble.empty(), duration);
    }

    /** At a steady rate, measured without coordinated omission. */
    public static HttpLoad steady(int connections, double perSecond, Duration duration) {
        return new HttpLoad(connections, OptionalDouble.of(perSecond), duration);
    }

    /** Applies the load to a server. */
    public LoadFigures apply(URI server, Supplier<ByteBuffer> requests) throws IOException {
        try (LoadClient client = new LoadClient(server, connections, requests)) {
            return perSecond.isPresent()
                    ? client.openLoop(perSecond.getAsDouble(), duration)
                    : client.closedLoop(duration);
        }
    }

    @Override
    public String toString() {
        return perSecond.isPresent()
                ? "%.0f requests/s".formatted(perSecond.getAsDouble())
                : "%d connections".formatted(connections);
    }
}
