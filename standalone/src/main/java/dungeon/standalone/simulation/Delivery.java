package dungeon.standalone.simulation;

import dungeon.rules.Arrival;
import dungeon.rules.Caller;
import dungeon.schemas.Command;
import dungeon.standalone.audit.Sender;
import dungeon.standalone.audit.SentCommand;

/**
 * A command as it stands in the log.
 *
 * @param command what was sent
 * @param arrival by whom and when
 */
public record Delivery(Command command, Arrival arrival) {
    /** The same in the auditor's terms, which knows nothing of the rules. */
    public SentCommand forAuditor() {
        Caller caller = arrival.caller();
        Sender sender = switch (caller.kind()) {
            case PLAYER -> Sender.player(caller.playerId());
            case ADMINISTRATOR -> Sender.administrator();
            default -> Sender.nobody();
        };
        return new SentCommand(command, sender, arrival.stampMs());
    }

    /** Whether the token does not hold, or is not that of the player whom the command names. */
    boolean isHostile() {
        String named = command.getPlayerId();
        return arrival.caller().kind() == Caller.Kind.UNKNOWN
                || (named != null && !named.equals(arrival.caller().playerId()));
    }
}
