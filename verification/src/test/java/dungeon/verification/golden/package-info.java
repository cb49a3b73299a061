/** Plays the games that topology's golden logs are made of. */
package dungeon.verification.golden;
