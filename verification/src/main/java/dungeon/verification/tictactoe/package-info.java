/** Whether rooms of tic-tac-toe keep the promises: a model that is written apart from the rules, and random rooms to hold against it. */
package dungeon.verification.tictactoe;
