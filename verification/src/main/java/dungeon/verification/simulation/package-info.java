/** Random games on the real rules in virtual time, without Kafka, checked for all that must always hold. */
package dungeon.verification.simulation;
