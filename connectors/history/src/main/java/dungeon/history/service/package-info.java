/** The service that answers questions about what is over, from the history's databases. */
package dungeon.history.service;
