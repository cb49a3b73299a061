/** What every command passes before the rules see it: decoding, the checks of key and partition, the sender's token. */
package dungeon.platform.streams.admission;
