/**
 * What every context's decisions have in common, pure: no Kafka, no clock, no random source, no I/O. A context is a value,
 * {@link dungeon.platform.core.BoundedContext}; {@link dungeon.platform.core.CommandHandler} runs any of them.
 */
package dungeon.platform.core;
