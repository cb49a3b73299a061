/** Tests of the whole system with a real broker and a real registry. */
package dungeon.verification.endtoend;
