/** The tokens of senders: how they are signed, and how they are judged. */
package dungeon.platform.token;
