/** Hostile records, straight on the topics of commands. */
package dungeon.verification.fuzz.kafka;
