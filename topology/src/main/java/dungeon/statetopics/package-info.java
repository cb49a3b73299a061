/** An application that publishes the state of games, folded from their events, on topics that anyone can consume. */
package dungeon.statetopics;
