package dungeon.verification.simulation;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.Command;
import dungeon.verification.audit.SentCommand;
import dungeon.verification.checks.Senders;

/**
 * A command as it stands in the log.
 *
 * @param command what was sent
 * @param arrival by whom and when
 */
public record Delivery(Command command, CommandMetadata arrival) {
    /** The same in the auditor's terms, which knows nothing of the rules. */
    public SentCommand forAuditor() {
        return new SentCommand(command, Senders.of(arrival.principal()), arrival.appendTimeMs());
    }

    /** Whether the token is for something else than playing, or is not that of the player whom the command names. */
    boolean isHostile() {
        String named = command.getPlayerId();
        return arrival.principal().kind() == PrincipalKind.REGISTRAR
                || (named != null && !named.equals(arrival.principal().playerId()));
    }
}
