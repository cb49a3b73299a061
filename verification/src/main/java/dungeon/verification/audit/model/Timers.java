package dungeon.verification.audit.model;

import java.util.IdentityHashMap;
import java.util.TreeSet;

/** What has to happen later, in the order in which it has to. */
public final class Timers {
    private final TreeSet<Timer> waiting = new TreeSet<>();
    private final IdentityHashMap<Object, Timer> bySubject = new IdentityHashMap<>();
    private long orders;

    public void set(long dueMs, Timer.Kind kind, Object subject) {
        Timer timer = new Timer(dueMs, orders++, kind, subject);
        waiting.add(timer);
        if (subject != null) {
            bySubject.put(subject, timer);
        }
    }

    public void cancel(Object subject) {
        Timer timer = bySubject.remove(subject);
        if (timer != null) {
            waiting.remove(timer);
        }
    }

    public Timer of(Object subject) {
        return bySubject.get(subject);
    }

    public void cancelAll() {
        waiting.clear();
        bySubject.clear();
    }

    public Timer first() {
        return waiting.isEmpty() ? null : waiting.first();
    }

    public Timer removeFirst() {
        Timer first = waiting.pollFirst();
        if (first.subject() != null) {
            bySubject.remove(first.subject());
        }
        return first;
    }
}
