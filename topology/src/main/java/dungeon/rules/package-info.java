/**
 * The rules of the game, pure: no Kafka, no clock, no random source, no I/O. {@link dungeon.rules.GameRules} decides what a
 * command or a timer causes, as events; {@link dungeon.rules.Evolution} is the only way in which state changes.
 */
package dungeon.rules;
