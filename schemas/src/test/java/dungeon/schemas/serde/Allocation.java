package dungeon.schemas.serde;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a thread has taken since its start, so that a test sees what the size of the heap would hide. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    static long bytesOfThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
