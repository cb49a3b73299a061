/** What must hold of the published events and of the answers of the queries, whatever was killed meanwhile. */
package dungeon.verification.checks;
