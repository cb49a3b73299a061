/** What whoever runs a service sees of it: whether it is well, and its metrics. */
package dungeon.platform.operator;
