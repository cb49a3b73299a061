/** Holds today's schemas to every version that was ever written. */
package dungeon.schemas.history;
