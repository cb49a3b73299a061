/**
 * The rules of the robots' game, pure: no Kafka, no clock, no random source, no I/O. {@link dungeon.robots.decide.RobotsDecider}
 * decides what a command or a timer causes, as events.
 */
package dungeon.robots.decide;
