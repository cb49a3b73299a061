package dungeon.verification.fuzz.bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bodies that should be JSON and are nearly that, far too much of it, or something else. */
public final class HostileJson {
    /** As long as some bodies over the limit of a megabyte; seldom. */
    private static final int HUGE = 1_200_000;

    private static final int LONG = 20_000;
    private static final int DEEP = 3_000;

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1e400",
            "1E-400",
            "0.5",
            "9223372036854775808",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "\"N\"");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "\"",
            "{",
            "[",
            "]",
            "nul",
            "{\"type\"",
            "{]",
            "[1,]",
            "{\"a\":1,}",
            "{'type':'Tick'}",
            "\uFEFF{}",
            "{} {}",
            "{\"type\":NaN}",
            "/* */{}",
            "{\"type\":\"Tick\"}",
            "[null]",
            "[[[]]]",
            "01",
            "+1",
            "\u0000");

    private HostileJson() {}

    /**
     * One of them.
     *
     * @param valid what a body of the kind should look like
     */
    public static byte[] of(String valid, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> bytes(BODIES.get(random.nextInt(BODIES.size())));
            case 1 -> bytes(nested(random));
            case 2 -> bytes(withOtherValue(valid, random));
            case 3 -> bytes(withHostileText(valid, random));
            case 4 -> bytes(withMore(valid, random));
            case 5 -> garbage(random);
            case 6 -> bytes("[%s]".formatted(String.join(",", List.of(valid, withOtherValue(valid, random), valid))));
            case 7 -> valid.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            default -> Mutation.of(bytes(valid), random);
        };
    }

    private static String nested(Random random) {
        int depth = 1 + random.nextInt(DEEP);
        return switch (random.nextInt(3)) {
            case 0 -> "[".repeat(depth);
            case 1 -> "[".repeat(depth) + "]".repeat(depth);
            default -> "{\"type\":".repeat(depth) + "1" + "}".repeat(depth);
        };
    }

    private static String withOtherValue(String valid, Random random) {
        // Behind one of the colons something else stands.
        int colon = place(valid, ':', random);
        int end = valid.indexOf(',', colon);
        return colon < 0
                ? VALUES.get(random.nextInt(VALUES.size()))
                : valid.substring(0, colon + 1)
                        + VALUES.get(random.nextInt(VALUES.size()))
                        + (end < 0 ? "}" : valid.substring(end));
    }

    private static String withHostileText(String valid, Random random) {
        int colon = place(valid, ':', random);
        int end = valid.indexOf(',', colon);
        return valid.substring(0, colon + 1) + quoted(HostileText.of(random)) + (end < 0 ? "}" : valid.substring(end));
    }

    private static String withMore(String valid, Random random) {
        String rest = valid.substring(Math.min(1, valid.length()));
        return switch (random.nextInt(5)) {
            case 0 -> "{\"" + "a".repeat(1 + random.nextInt(LONG)) + "\":1," + rest;
            case 1 -> "{\"a\":" + "9".repeat(1 + random.nextInt(LONG)) + "," + rest;
            case 2 ->
                "{\"a\":\"" + "a".repeat(1 + random.nextInt(random.nextInt(40) == 0 ? HUGE : LONG)) + "\"," + rest;
            case 3 -> "{" + "\"type\":\"EndGame\",".repeat(1 + random.nextInt(50)) + rest;
            default -> "{" + "\"a\":[{}],".repeat(1 + random.nextInt(500)) + rest;
        };
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static int place(String text, char c, Random random) {
        int from = text.indexOf(c, random.nextInt(text.length()));
        return from < 0 ? text.indexOf(c) : from;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)
                        ? "\\u%04x".formatted(c)
                        : String.valueOf((char) c))
                .forEach(quoted::append);
        return quoted.append('"').toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
