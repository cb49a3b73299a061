package dungeon.verification.fuzz;

import dungeon.verification.fuzz.cases.Findings;
import java.util.ArrayList;
import java.util.List;

/** The threads that send. */
final class Senders implements AutoCloseable {
    /** Sends until all is sent. */
    interface Work {
        void run() throws InterruptedException;
    }

    private final Findings findings;
    private final List<Thread> threads = new ArrayList<>();

    Senders(Findings findings) {
        this.findings = findings;
    }

    /** Lets some threads do the same work, each a part of it. */
    void start(int count, Work work) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> run(work), "fuzz-sender");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Waits until all have sent all. */
    void awaitAll() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            findings.add("A sender has failed by itself: " + e + " at " + e.getStackTrace()[0]);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
