package dungeon.analytics.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.kstream.internals.TimeWindow;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** A window store that has what it was given. */
final class FixedWindows<V> implements ReadOnlyWindowStore<String, V> {
    private final List<KeyValue<Windowed<String>, V>> windows;

    /** Windows of one length, each under its key and its beginning. */
    FixedWindows(Duration length, Map<KeyValue<String, Instant>, V> values) {
        windows = values.entrySet().stream()
                .map(entry -> {
                    long from = entry.getKey().value.toEpochMilli();
                    TimeWindow window = new TimeWindow(from, from + length.toMillis());
                    return KeyValue.pair(new Windowed<>(entry.getKey().key, window), entry.getValue());
                })
                .toList();
    }

    @Override
    public KeyValueIterator<Windowed<String>, V> fetchAll(Instant from, Instant to) {
        Iterator<KeyValue<Windowed<String>, V>> found = windows.stream()
                .filter(entry -> !entry.key.window().startTime().isBefore(from)
                        && !entry.key.window().startTime().isAfter(to))
                .iterator();
        return new KeyValueIterator<>() {
            @Override
            public void close() {
                // Holds nothing.
            }

            @Override
            public Windowed<String> peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public KeyValue<Windowed<String>, V> next() {
                return found.next();
            }
        };
    }

    @Override
    public V fetch(String key, long time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WindowStoreIterator<V> fetch(String key, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyValueIterator<Windowed<String>, V> fetch(String from, String to, Instant timeFrom, Instant timeTo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyValueIterator<Windowed<String>, V> all() {
        throw new UnsupportedOperationException();
    }
}
