package dungeon.platform.streams;

import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;

/** Where the timers of aggregates are kept. */
interface TimerBackend {
    /** Nothing fires on the read side, so what a fold says of timers is dropped there. */
    TimerBackend NONE = new TimerBackend() {
        @Override
        public AggregateTimers of(String aggregateId) {
            return AggregateTimers.NONE;
        }

        @Override
        public void add(String aggregateId, DueTimer timer) {
            // When something is due is in the records as well.
        }

        @Override
        public void remove(String aggregateId, DueTimer timer) {
            // As above.
        }
    };

    /** The timers of an aggregate as they are now. */
    AggregateTimers of(String aggregateId);

    void add(String aggregateId, DueTimer timer);

    void remove(String aggregateId, DueTimer timer);
}
