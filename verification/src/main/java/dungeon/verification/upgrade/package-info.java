/** An older build and this one, one instance after the other, while games are played. */
package dungeon.verification.upgrade;
