/** What the routes answer: the records of the stores, in the words of the rules. Fields without a value are left out. */
package dungeon.queries.responses;
