package dungeon.verification.cluster;

import dungeon.standalone.processes.JavaClasses;
import java.nio.file.Path;

/**
 * The classes that processes of a cluster run with.
 *
 * @param classes all of them, in jars
 * @param folder for the archives from which processes start quickly, one for each role
 */
public record Build(JavaClasses classes, Path folder) {
    /** Our own. */
    static Build own(Path folder) {
        return of(JavaClasses.own(), folder);
    }

    /**
     * Another one, copied, so that it may be made anew meanwhile.
     *
     * @param folder where the copies go
     */
    public static Build of(JavaClasses classes, Path folder) {
        return new Build(classes.inJars(folder), folder);
    }

    /**
     * What a process starts with.
     *
     * @param name as {@link dungeon.standalone.processes.Child#name} gives it, or that of its role
     */
    public JavaClasses classesOf(String name) {
        return classes.withArchive(folder.resolve(name.replaceFirst("-\\d+$", "") + ".jsa"));
    }
}
