package dungeon.standalone.audit;

import java.util.IdentityHashMap;
import java.util.TreeSet;

/** What has to happen later, in the order in which it has to. */
final class Timers {
    private final TreeSet<Timer> waiting = new TreeSet<>();
    private final IdentityHashMap<Object, Timer> bySubject = new IdentityHashMap<>();
    private long orders;

    void set(long dueMs, Timer.Kind kind, Object subject) {
        Timer timer = new Timer(dueMs, orders++, kind, subject);
        waiting.add(timer);
        if (subject != null) {
            bySubject.put(subject, timer);
        }
    }

    void cancel(Object subject) {
        Timer timer = bySubject.remove(subject);
        if (timer != null) {
            waiting.remove(timer);
        }
    }

    Timer of(Object subject) {
        return bySubject.get(subject);
    }

    void cancelAll() {
        waiting.clear();
        bySubject.clear();
    }

    Timer first() {
        return waiting.isEmpty() ? null : waiting.first();
    }

    Timer removeFirst() {
        Timer first = waiting.pollFirst();
        if (first.subject() != null) {
            bySubject.remove(first.subject());
        }
        return first;
    }
}
