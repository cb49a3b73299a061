/** Who somebody is: the signing key, the tokens made with it, and how they are checked. */
package dungeon.ingest.identity;
