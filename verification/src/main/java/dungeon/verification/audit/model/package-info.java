/** The game as the auditor knows it: its map, mines, robots, players and timers, and what the rules on paper say of each. */
package dungeon.verification.audit.model;
