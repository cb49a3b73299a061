/**
 * What a player's program needs: {@link dungeon.players.DungeonPlayer} is where it begins, and a
 * {@link dungeon.players.game.Strategy} is what it writes.
 */
package dungeon.players;
