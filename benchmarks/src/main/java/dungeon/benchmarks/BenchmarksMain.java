package dungeon.benchmarks;

import dungeon.standalone.cli.DungeonCommand;

/** Where {@code ./dungeon bench} begins. */
public final class BenchmarksMain {
    private BenchmarksMain() {}

    public static void main(String[] args) {
        System.exit(DungeonCommand.run(args, new BenchCommand()));
    }
}
