package dungeon.verification.fuzz.tokens;

import dungeon.verification.fuzz.bytes.HostileText;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What is no token at all, or was one before somebody changed it. */
final class Nonsense {
    private static final int LONG = 6_000;
    private static final int DEEP = 1_000;

    private Nonsense() {}

    static HostileToken of(Means means, Random random) {
        String token = means.token();
        String signature = token.substring(token.lastIndexOf('.'));
        return switch (random.nextInt(10)) {
            case 0 -> new HostileToken("hostile text", HostileText.of(random));
            case 1 -> new HostileToken("far too long", token + "A".repeat(1 + random.nextInt(LONG)));
            case 2 -> new HostileToken("cut off", token.substring(0, random.nextInt(token.length() - 8)));
            case 3 -> new HostileToken("another's claims", withOthersClaims(means));
            case 4 -> new HostileToken("another's signature", withOthersSignature(means));
            case 5 -> new HostileToken("five parts", token + ".AAAA.AAAA");
            case 6 -> new HostileToken("dots", ".".repeat(1 + random.nextInt(20)));
            case 7 ->
                new HostileToken(
                        "a deep header",
                        Forge.content("{\"alg\":" + "{\"a\":".repeat(random.nextInt(DEEP)), "{}") + signature);
            case 8 ->
                new HostileToken(
                        "a hostile header",
                        Forge.content("{\"alg\":\"" + HostileText.of(random), means.claims()) + signature);
            default -> new HostileToken("one character changed", withOneChanged(token, random));
        };
    }

    private static String withOthersClaims(Means means) {
        String[] own = means.token().split("\\.", -1);
        return own[0] + "." + means.otherToken().split("\\.", -1)[1] + "." + own[2];
    }

    private static String withOthersSignature(Means means) {
        return means.token().substring(0, means.token().lastIndexOf('.'))
                + means.otherToken().substring(means.otherToken().lastIndexOf('.'));
    }

    /** Not in the last characters, in which some bits mean nothing. */
    private static String withOneChanged(String token, Random random) {
        byte[] changed = token.getBytes(StandardCharsets.US_ASCII);
        int at = random.nextInt(changed.length - 4);
        changed[at] = (byte) (changed[at] == 'A' ? 'B' : 'A');
        return new String(changed, StandardCharsets.US_ASCII);
    }
}
