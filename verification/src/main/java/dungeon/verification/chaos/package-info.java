/** Everything that can go wrong with a cluster of processes. */
package dungeon.verification.chaos;
