/** PostgreSQL's own image, where no registry can be reached. */
package dungeon.images.postgres;
