/** The application that decides commands: its graph, its settings, its start-up checks and its life. */
package dungeon.app;
