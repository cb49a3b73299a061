/** Hostile clients of the feeds. */
package dungeon.verification.fuzz.sockets;
