package dungeon.export;

import dungeon.standalone.cli.DungeonCommand;

/** Where {@code ./dungeon export} begins. */
public final class ExportMain {
    private ExportMain() {}

    public static void main(String[] args) {
        System.exit(DungeonCommand.run(args, new ExportCommand()));
    }
}
