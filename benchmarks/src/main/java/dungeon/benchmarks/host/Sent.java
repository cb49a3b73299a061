package dungeon.benchmarks.host;

import dungeon.schemas.Command;

/**
 * A command and whose token goes with it.
 *
 * @param player the number of the player, or {@link #ADMINISTRATOR}
 * @param command the command
 */
public record Sent(int player, Command command) {
    public static final int ADMINISTRATOR = -1;
}
