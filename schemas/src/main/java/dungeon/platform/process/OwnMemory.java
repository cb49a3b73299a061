package dungeon.platform.process;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The memory of the container that this process is in, or of the machine. */
public final class OwnMemory {
    private static final long MEGABYTE = 1024 * 1024;

    private OwnMemory() {}

    /**
     * Refuses to start with too little: a kernel kills what takes more than it has without a word, and in the midst of its work.
     *
     * @param leastMb what was seen to be enough
     * @throws IllegalStateException if there is less
     */
    public static void require(long leastMb) {
        require(
                leastMb,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    static void require(long leastMb, long bytes) {
        if (bytes < leastMb * MEGABYTE) {
            throw new IllegalStateException(
                    "There are %d MB of memory, and it needs %d at least; raise the limit of its container"
                            .formatted(bytes / MEGABYTE, leastMb));
        }
    }
}
