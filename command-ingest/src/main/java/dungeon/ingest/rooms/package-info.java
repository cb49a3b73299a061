/** Rooms of tic-tac-toe, as players open and enter them over HTTP. */
package dungeon.ingest.rooms;
