/** The map types that come with the dungeon. */
package dungeon.schemas.maps;
