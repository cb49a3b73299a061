package dungeon.standalone.simulation;

import dungeon.rules.Arrival;
import dungeon.rules.Caller;
import dungeon.schemas.Command;
import dungeon.standalone.audit.SentCommand;
import dungeon.standalone.checks.Senders;

/**
 * A command as it stands in the log.
 *
 * @param command what was sent
 * @param arrival by whom and when
 */
public record Delivery(Command command, Arrival arrival) {
    /** The same in the auditor's terms, which knows nothing of the rules. */
    public SentCommand forAuditor() {
        return new SentCommand(command, Senders.of(arrival.caller()), arrival.stampMs());
    }

    /** Whether the token does not hold, or is not that of the player whom the command names. */
    boolean isHostile() {
        String named = command.getPlayerId();
        return arrival.caller().kind() == Caller.Kind.UNKNOWN
                || (named != null && !named.equals(arrival.caller().playerId()));
    }
}
