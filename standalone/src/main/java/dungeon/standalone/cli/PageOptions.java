package dungeon.standalone.cli;

import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import picocli.CommandLine.Option;

/** What commands do with the page on which games are watched. */
public final class PageOptions {
    @Option(names = "--open", description = "open the page in the browser when it is there")
    private boolean open;

    /** Before everything else, since it is what most want to know. */
    public void announce(MachineConfig config, Progress progress) {
        progress.say("The page is at %s/ as soon as all parts are ready".formatted(config.queriesUrl()));
    }

    /** The page is there, and so is what is to be seen on it. */
    public void show(String address, Progress progress) {
        if (open) {
            Browser.open(address, progress);
        }
    }
}
