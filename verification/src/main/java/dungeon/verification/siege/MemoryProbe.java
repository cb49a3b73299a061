package dungeon.verification.siege;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory of processes of the JDK on this machine: what the system has given each for itself (RssAnon of /proc, so on Linux
 * only), and what is still in use on its heap after all garbage was collected.
 */
final class MemoryProbe implements AutoCloseable {
    private static final String ANONYMOUS = "RssAnon:";
    private static final int MB = 1024 * 1024;
    /** A process that has run out of memory may not answer for minutes. */
    private static final Duration COLLECT_MAXIMUM = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(MemoryProbe.class);

    /** One process. */
    private record Looked(
            long pid, JMXConnector connector, MemoryMXBean heap, List<Long> residentMb, List<Long> liveMb) {}

    private final Map<String, Looked> processes = new LinkedHashMap<>();
    private final ExecutorService collectors =
            Executors.newCachedThreadPool(work -> HonestPlay.daemon(work, "siege-memory"));

    /**
     * Attaches itself to each process.
     *
     * @param pids by the names of the processes
     * @throws IOException if that is not to be had, or if there is no /proc
     */
    MemoryProbe(Map<String, Long> pids) throws IOException {
        try {
            for (Map.Entry<String, Long> process : pids.entrySet()) {
                processes.put(process.getKey(), attach(process.getValue()));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    // The address comes from the process itself, which is one of ours, and not from a directory of names.
    @SuppressWarnings("BanJNDI")
    private static Looked attach(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
            String address;
            try {
                address = machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            MemoryMXBean heap = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            return new Looked(pid, connector, heap, new ArrayList<>(), new ArrayList<>());
        } catch (AttachNotSupportedException e) {
            throw new IOException("Cannot look into process " + pid, e);
        }
    }

    /** Notes what each process has now; those that have ended are left out. */
    void look() {
        processes.values().forEach(process -> {
            long mb = residentMb(process.pid());
            if (mb >= 0) {
                process.residentMb().add(mb);
            }
        });
    }

    /**
     * Lets each process collect its garbage and notes what is left; -1 for one that does not answer in time. One after the other: a
     * full collection stops a process for a moment, and all of them at once have no cores for it.
     */
    void collect() throws InterruptedException {
        for (Looked process : processes.values()) {
            Future<Long> left = collectors.submit(() -> {
                process.heap().gc();
                return process.heap().getHeapMemoryUsage().getUsed() / MB;
            });
            try {
                process.liveMb().add(left.get(COLLECT_MAXIMUM.toNanos(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("Process {} does not say what is on its heap", process.pid(), e);
                process.liveMb().add(-1L);
            }
        }
    }

    /** What was noted of each process, and begins anew. */
    Map<String, MemoryUse> next() {
        Map<String, MemoryUse> uses = new LinkedHashMap<>();
        processes.forEach((name, process) -> {
            uses.put(name, new MemoryUse(List.copyOf(process.residentMb()), List.copyOf(process.liveMb())));
            process.residentMb().clear();
            process.liveMb().clear();
        });
        return uses;
    }

    private static long residentMb(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/%d/status".formatted(pid)))) {
                if (line.startsWith(ANONYMOUS)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
            return -1;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        collectors.shutdownNow();
        for (Looked process : processes.values()) {
            try {
                process.connector().close();
            } catch (IOException e) {
                // The process has ended, and the connection with it.
            }
        }
    }
}
