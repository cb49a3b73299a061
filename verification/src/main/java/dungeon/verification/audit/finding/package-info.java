/** What an audit finds: the first event that breaks a promise, and how it is said. */
package dungeon.verification.audit.finding;
