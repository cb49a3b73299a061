/** How much a sender may ask for, and who the sender is. */
package dungeon.ingest.limits;
