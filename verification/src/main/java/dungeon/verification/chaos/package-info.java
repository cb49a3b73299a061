/** A cluster of processes on this machine, and everything that can go wrong with it. */
package dungeon.verification.chaos;
