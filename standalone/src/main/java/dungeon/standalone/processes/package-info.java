/** Parts of the system, each in a process of its own on this machine, which can be killed, frozen and started again. */
package dungeon.standalone.processes;
