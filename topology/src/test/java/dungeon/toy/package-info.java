/** Two contexts that stand on the platform with nothing but what is in this folder, and the relays between them. */
package dungeon.toy;
