package dungeon.standalone;

import dungeon.standalone.cli.DungeonCommand;

/** Where {@code ./dungeon} begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(DungeonCommand.run(args));
    }
}
