/** Traces: what one order led to, from service to service. */
package dungeon.platform.tracing;
