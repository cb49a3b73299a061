/** Hostile input over Kafka, HTTP and WebSockets: a hundred thousand cases, each with exactly one outcome. */
package dungeon.verification.fuzz;
