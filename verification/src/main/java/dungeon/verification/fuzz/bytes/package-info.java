/** Bytes, texts, records and JSON that nobody in his right mind would send. */
package dungeon.verification.fuzz.bytes;
