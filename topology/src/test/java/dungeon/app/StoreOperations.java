package dungeon.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/** Counts what is done with state stores, by table and by the name of the method. */
final class StoreOperations {
    static final Set<String> READS = Set.of(
            "get",
            "range",
            "reverseRange",
            "prefixScan",
            "all",
            "reverseAll",
            "approximateNumEntries",
            "fetch",
            "backwardFetch",
            "fetchAll",
            "backwardFetchAll");
    static final Set<String> WRITES = Set.of("put", "putIfAbsent", "putAll", "delete");

    /** One entry that a scan gave out. */
    static final String SCANNED = "scanned";

    /**
     * What was counted.
     *
     * @param table what the key is one of
     * @param operation the name of a method, or {@link #SCANNED}
     */
    record Operation(String table, String operation) implements Comparable<Operation> {
        boolean isRead() {
            return READS.contains(operation);
        }

        boolean isWrite() {
            return WRITES.contains(operation);
        }

        @Override
        public int compareTo(Operation other) {
            int byTable = table.compareTo(other.table);
            return byTable != 0 ? byTable : operation.compareTo(other.operation);
        }
    }

    private final SortedMap<Operation, Integer> counts = new TreeMap<>();

    /** What was counted since this was asked for the last time. */
    SortedMap<Operation, Integer> take() {
        SortedMap<Operation, Integer> taken = new TreeMap<>(counts);
        counts.clear();
        return taken;
    }

    /** A builder of the same stores, which count. */
    StoreBuilder<?> counting(StoreBuilder<?> builder) {
        return proxy(
                StoreBuilder.class,
                builder,
                (method, arguments, result) -> method.equals("build") ? counting((StateStore) result) : result);
    }

    private StateStore counting(StateStore store) {
        return proxy(KeyValueStore.class, store, (method, arguments, result) -> {
            if (READS.contains(method) || WRITES.contains(method)) {
                count(tableOf(store, arguments), method);
            }
            return result instanceof KeyValueIterator<?, ?> scan
                    ? new CountingScan<>(scan, () -> count(tableOf(store, arguments), SCANNED))
                    : result;
        });
    }

    /** Keys and what scanned keys begin with say which table they are of, so that nothing looks through several. */
    private static String tableOf(StateStore store, Object[] arguments) {
        return TableNames.withContext(store.name(), ((Bytes) arguments[0]).get());
    }

    private void count(String table, String operation) {
        counts.merge(new Operation(table, operation), 1, Integer::sum);
    }

    private interface Answer {
        Object of(String method, Object[] arguments, Object result);
    }

    /** The same object, whose answers we may look at and change. */
    private static <T> T proxy(Class<T> type, Object target, Answer answer) {
        InvocationHandler handler =
                (proxy, method, arguments) -> answer.of(method.getName(), arguments, call(target, method, arguments));
        // A store that caches is flushed with each commit by those who know that it does.
        Class<?>[] types = target instanceof CachedStateStore
                ? new Class<?>[] {type, CachedStateStore.class}
                : new Class<?>[] {type};
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private record CountingScan<K, V>(KeyValueIterator<K, V> scan, Runnable count) implements KeyValueIterator<K, V> {
        @Override
        public boolean hasNext() {
            return scan.hasNext();
        }

        @Override
        public KeyValue<K, V> next() {
            count.run();
            return scan.next();
        }

        @Override
        public K peekNextKey() {
            return scan.peekNextKey();
        }

        @Override
        public void close() {
            scan.close();
        }
    }
}
