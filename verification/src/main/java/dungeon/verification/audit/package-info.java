/**
 * A naive model of the game that follows published events and finds the first that breaks a promise. It is written from
 * the rules on paper, apart from the rules in code, so that it shares no mistake with them; it knows only the records on
 * the wire, and a test enforces that.
 */
package dungeon.verification.audit;
