/** Hostile requests, to command-ingest itself and through the one door. */
package dungeon.verification.fuzz.http;
