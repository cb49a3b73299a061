package dungeon.standalone.checks;

import dungeon.platform.core.Principal;
import dungeon.standalone.audit.Sender;

/** The senders of commands in the auditor's terms, which knows nothing of the rules. */
public final class Senders {
    private Senders() {}

    /** The same sender. */
    public static Sender of(Principal caller) {
        return switch (caller.kind()) {
            case PLAYER -> Sender.player(caller.playerId(), caller.name());
            case REGISTRAR -> Sender.registrar(caller.playerId(), caller.name());
            case ADMINISTRATOR -> Sender.administrator();
            // No command to a game is for services, and whoever is not admitted is nobody.
            case SERVICE, UNKNOWN -> Sender.nobody();
        };
    }
}
