package dungeon.queries.transport;

/**
 * Who asks, as far as places are concerned.
 *
 * @param address the IP address, or the network of one where everybody has many
 * @param isProgram whether it says that it is one that plays, as our library for players does
 * @param isOwn whether it is such a program of the installation itself, which runs as many as it has games for
 */
public record Client(String address, boolean isProgram, boolean isOwn) {}
