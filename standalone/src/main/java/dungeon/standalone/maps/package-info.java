/** Map types as files: reading one, finding its faults, drawing it. */
package dungeon.standalone.maps;
