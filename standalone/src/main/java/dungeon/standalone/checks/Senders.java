package dungeon.standalone.checks;

import dungeon.rules.Caller;
import dungeon.standalone.audit.Sender;

/** The senders of commands in the auditor's terms, which knows nothing of the rules. */
public final class Senders {
    private Senders() {}

    /** The same sender. */
    public static Sender of(Caller caller) {
        return switch (caller.kind()) {
            case PLAYER -> Sender.player(caller.playerId(), caller.playerName());
            case REGISTRAR -> Sender.registrar(caller.playerId(), caller.playerName());
            case ADMINISTRATOR -> Sender.administrator();
            case UNKNOWN -> Sender.nobody();
        };
    }
}
