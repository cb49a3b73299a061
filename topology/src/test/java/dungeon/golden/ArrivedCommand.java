package dungeon.golden;

import dungeon.schemas.Command;

/**
 * A command, and how it arrived.
 *
 * @param command what was sent
 * @param callerKind what the sender is: UNKNOWN, PLAYER, REGISTRAR or ADMINISTRATOR
 * @param callerId the player of the token; UUID; null if there is none
 * @param callerName the name in the token; null likewise
 * @param callerProblem why the sender is UNKNOWN; null otherwise
 * @param stampMs when the broker wrote it down, in ms since 1970
 * @param bytes how long its record is
 */
public record ArrivedCommand(
        Command command,
        String callerKind,
        String callerId,
        String callerName,
        String callerProblem,
        long stampMs,
        int bytes) {}
