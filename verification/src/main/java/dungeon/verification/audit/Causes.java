package dungeon.verification.audit;

import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.RejectionCode;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;
import dungeon.verification.audit.model.Timer;

/** What an event comes from: a timer that is due, or a command. */
final class Causes {
    private final Model model;
    private final Outcomes outcomes;
    private final SentCommands commands;
    private final Discoveries discoveries;
    private Verdict verdict;

    Causes(Model model, Outcomes outcomes, SentCommands commands, Discoveries discoveries) {
        this.model = model;
        this.outcomes = outcomes;
        this.commands = commands;
        this.discoveries = discoveries;
    }

    /** Commands can be judged as soon as the map is there. */
    void judgeBy(Verdict newVerdict) {
        verdict = newVerdict;
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
        long timeMs = event.getTime().toEpochMilli();
        checkNothingDue(timeMs);
        SentCommand sent = take(event);
        if (sent == null) {
            return;
        }
        Check.same("refusal", verdict(sent, timeMs), null);
        Check.same("form", true, Form.isSound(sent.command()));
        Player player = model.players.get(event.getPlayerId());
        Object ordered = sent.command().getPayload();
        Fit.check(event.getPayload(), ordered, player == null ? null : model.grid.places.tile(player.home));
    }

    /** The event is the refusal of a command, which has to be refused for just this reason. */
    void refusedCommand(Event event, RejectionCode code) {
        long timeMs = event.getTime().toEpochMilli();
        checkNothingDue(timeMs);
        SentCommand sent = take(event);
        if (sent == null) {
            return;
        }
        RejectionCode atOnce = Verdict.beforeForm(sent);
        if (atOnce != null) {
            Check.same("code", atOnce, code);
        } else if (!Form.isSound(sent.command())) {
            Check.same("code", RejectionCode.MALFORMED, code);
        } else if (code != RejectionCode.MALFORMED || !Form.isOpen(sent.command())) {
            Check.same("code", verdict(sent, timeMs), code);
        }
    }

    private SentCommand take(Event event) {
        long timeMs = event.getTime().toEpochMilli();
        SentCommand sent = commands.take(event);
        if (sent != null) {
            if (event.getPayload() instanceof GameCreated) {
                commands.beginTime(sent.appendTimeMs());
            }
            // What comes to nothing, a tick or a repetition, may or may not make the game's time pass.
            Check.within("time of the command", sent.appendTimeMs(), commands.gameTimeMs(), timeMs);
        }
        outcomes.add(event.getPlayerId(), event.getCommandId(), timeMs);
        return sent;
    }

    private RejectionCode verdict(SentCommand sent, long timeMs) {
        RejectionCode atOnce = Verdict.beforeForm(sent);
        if (atOnce != null) {
            return atOnce;
        }
        return verdict == null ? Verdict.withoutGame(sent, false) : verdict.inGame(sent, timeMs);
    }

    void checkNothingDue(long timeMs) {
        Timer next = nextTimer(timeMs);
        Check.holds("timer", next == null || next.dueMs() > timeMs, String.valueOf(next), "an event of " + timeMs);
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
