/** Bots of tic-tac-toe, which come into rooms that wait for one. They have nothing that another player has not. */
package dungeon.players.rooms;
