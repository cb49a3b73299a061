/** Signing in with an account elsewhere, which is linked to a player. */
package dungeon.ingest.login;
