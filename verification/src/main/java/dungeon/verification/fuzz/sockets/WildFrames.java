package dungeon.verification.fuzz.sockets;

import dungeon.verification.fuzz.bytes.HostileText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Frames that are none, and messages where none are wanted. */
final class WildFrames implements ClientKind {
    private static final int FRAMES_MAXIMUM = 4;

    private final Upgrades upgrades;

    WildFrames(Upgrades upgrades) {
        this.upgrades = upgrades;
    }

    @Override
    public String name() {
        return "wild-frames";
    }

    @Override
    public int weight() {
        return 10;
    }

    @Override
    public HostileClient next(Random random) {
        String path = switch (random.nextInt(3)) {
            case 0 -> "/lobby/feed";
            case 1 -> "/players/me/feed";
            default -> "/games/%s/feed?from=9999999".formatted(upgrades.stage().someGame(random));
        };
        List<byte[]> frames = new ArrayList<>();
        for (int i = random.nextInt(FRAMES_MAXIMUM); i >= 0; i--) {
            byte[] text = HostileText.of(random).getBytes(StandardCharsets.UTF_8);
            frames.add(random.nextInt(4) == 0 ? Frames.of(Frames.TEXT, text, random) : Frames.hostile(random));
        }
        return new HostileClient(upgrades.to(path, random), frames, false);
    }
}
