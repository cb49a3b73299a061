package dungeon.history.local;

import dungeon.standalone.cli.DungeonCommand;

/** Where {@code ./dungeon up} begins if it keeps a history. */
public final class HistoryMain {
    private HistoryMain() {}

    public static void main(String[] args) {
        System.exit(DungeonCommand.run(args, new UpWithHistoryCommand()));
    }
}
