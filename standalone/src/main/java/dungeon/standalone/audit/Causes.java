package dungeon.standalone.audit;

import dungeon.schemas.Event;

/** What an event comes from: a timer that is due, or a command. */
final class Causes {
    private final Model model;
    private final Outcomes outcomes;
    private final Discoveries discoveries;

    Causes(Model model, Outcomes outcomes, Discoveries discoveries) {
        this.model = model;
        this.outcomes = outcomes;
        this.discoveries = discoveries;
    }

    /** The event comes from a timer: the one that has to be next, at the moment when it is due. */
    void timer(Event event, Timer.Kind kind, Object subject) {
        long timeMs = event.getTime().toEpochMilli();
        Timer next = nextTimer(timeMs);
        boolean isNext = next != null && next.kind() == kind && next.subject() == subject;
        Check.holds("timer", isNext, String.valueOf(next), kind);
        Check.same("time of what is due", next.dueMs(), timeMs);
        model.timers.removeFirst();
    }

    /** The event is a command's outcome, decided after everything that is due by then. */
    void command(Event event) {
        checkNothingDue(event.getTime().toEpochMilli());
        outcomes.add(event.getPlayerId(), event.getCommandId(), event.getTime().toEpochMilli());
    }

    void checkNothingDue(long timeMs) {
        Timer next = nextTimer(timeMs);
        Check.holds("timer", next == null || next.dueMs() > timeMs, String.valueOf(next), "nothing before " + timeMs);
    }

    /** A discovery for which there is no room when it is due does not happen. */
    private Timer nextTimer(long timeMs) {
        Timer next = model.timers.first();
        while (next != null
                && next.kind() == Timer.Kind.DISCOVERY
                && next.dueMs() <= timeMs
                && !discoveries.hasRoom(next)) {
            discoveries.miss(next);
            model.timers.removeFirst();
            next = model.timers.first();
        }
        return next;
    }
}
