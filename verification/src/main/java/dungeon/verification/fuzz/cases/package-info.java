/** What all hostile input has in common: how a case is named, on whom it is tried, and what was found. */
package dungeon.verification.fuzz.cases;
