/** The lobby: who plays, and the map types on which can be played. A subject, one name or one map type, is decided on its own. Pure. */
package dungeon.lobby;
