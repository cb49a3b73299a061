/** What commands and events of all contexts have in common, whatever their own records are called. Pure. */
package dungeon.platform.envelope;
