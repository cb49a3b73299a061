/** JSON over HTTP, as every player speaks it. */
package dungeon.standalone.http;
