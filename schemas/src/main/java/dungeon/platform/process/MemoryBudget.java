package dungeon.platform.process;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What memory this process may take outside its heap, so that no container is killed for what no heap bounds.
 *
 * @param limitBytes of the container, or of the machine where there is none
 * @param heapBytes that the heap may grow to
 */
public record MemoryBudget(long limitBytes, long heapBytes) {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryBudget.class);
    private static final long MEGABYTE = 1024 * 1024;

    /** Classes and compiled code, some 150 MB of a large service, stacks of threads and buffers of sockets. */
    private static final long JVM_BYTES = 224 * MEGABYTE;

    /** With less, stores read their files anew for each key. */
    private static final long STORES_MINIMUM_BYTES = 8 * MEGABYTE;

    /** That of this process; the JVM knows the limit of a container. */
    public static MemoryBudget ofThisProcess() {
        long limitBytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new MemoryBudget(limitBytes, Runtime.getRuntime().maxMemory());
    }

    /**
     * How much of what stores want they can have: what heap and JVM leave, and a little in any case.
     *
     * @param wantedBytes as the settings have it
     */
    public long storesBytes(long wantedBytes) {
        long left = Math.max(limitBytes - heapBytes - JVM_BYTES, STORES_MINIMUM_BYTES);
        if (left < wantedBytes) {
            LOG.warn(
                    "Stores may take {} MB of memory and not the {} MB of rocksdb.memory.bytes: of a limit of {} MB the heap has {} and the JVM"
                            + " itself {}; raise the limit, or lower the heap (-XX:MaxRAMPercentage)",
                    left / MEGABYTE,
                    wantedBytes / MEGABYTE,
                    limitBytes / MEGABYTE,
                    heapBytes / MEGABYTE,
                    JVM_BYTES / MEGABYTE);
            return left;
        }
        return wantedBytes;
    }
}
