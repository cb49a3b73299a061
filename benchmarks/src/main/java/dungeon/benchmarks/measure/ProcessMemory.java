package dungeon.benchmarks.measure;

import dungeon.standalone.processes.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a process.
 *
 * @param heapMegabytes objects in the heap after a full collection
 * @param residentMegabytes all that the process has in memory, that is the heap as large as it has grown and everything else; 0
 *     where the operating system does not say
 */
public record ProcessMemory(double heapMegabytes, double residentMegabytes) {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    /** Of the generations; the lines on classes begin with other words. */
    private static final Pattern USED = Pattern.compile("(?m)^ (?:def new|tenured).* used (\\d+)K");

    private static final double KILO = 1_024;

    public static ProcessMemory of(Child process) throws InterruptedException {
        try {
            Jcmd.ask(process, "GC.run");
            Matcher used = USED.matcher(Jcmd.ask(process, "GC.heap_info"));
            double heap = 0;
            while (used.find()) {
                heap += Double.parseDouble(used.group(1));
            }
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            Matcher resident = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
            return new ProcessMemory(heap / KILO, resident.find() ? Double.parseDouble(resident.group(1)) / KILO : 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the memory of " + process.name(), e);
        }
    }
}
