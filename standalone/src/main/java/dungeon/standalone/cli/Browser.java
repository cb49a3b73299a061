package dungeon.standalone.cli;

import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Opens addresses in the browser that the user of this machine has chosen. */
final class Browser {
    private Browser() {}

    /** Opens an address, or says that the user has to. */
    static void open(String address, Progress progress) {
        List<String> command = commandOf(System.getProperty("os.name", ""), address);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            progress.say(
                    "There is no %s here to open a browser with; open %s yourself".formatted(command.get(0), address));
        }
    }

    static List<String> commandOf(String system, String address) {
        String name = system.toLowerCase(Locale.ROOT);
        List<String> command = new ArrayList<>();
        if (name.startsWith("windows")) {
            command.addAll(List.of("rundll32", "url.dll,FileProtocolHandler"));
        } else {
            command.add(name.startsWith("mac") ? "open" : "xdg-open");
        }
        command.add(address);
        return command;
    }
}
