/** A broker for strangers: who is who, and what each may do. */
package dungeon.standalone.secure;
