/** A cluster of processes on this machine, each of which can be looked at, killed and frozen. */
package dungeon.verification.cluster;
