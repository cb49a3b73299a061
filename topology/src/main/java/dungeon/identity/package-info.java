/** Who somebody is: the accounts elsewhere that are linked to players, and the tokens that were taken back. Pure. */
package dungeon.identity;
