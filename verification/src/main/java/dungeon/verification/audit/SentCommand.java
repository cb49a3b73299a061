package dungeon.verification.audit;

import dungeon.schemas.Command;

/**
 * A command in the log, with what the log says of it.
 *
 * @param command what was sent
 * @param sender whose token came with it
 * @param appendTimeMs the broker's stamp, in ms since 1970
 */
public record SentCommand(Command command, Sender sender, long appendTimeMs) {}
