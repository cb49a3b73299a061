package dungeon.verification.fuzz.bytes;

import java.util.List;
import java.util.Random;

/** Texts that break what is built from texts: paths, queries, logs, formats, pages. */
public final class HostileText {
    private static final int LONG = 5_000;
    private static final int SHORT = 40;

    private static final List<String> KNOWN = List.of(
            "",
            " ",
            "null",
            "undefined",
            "NaN",
            "-1",
            "9223372036854775808",
            "1e999",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "' OR '1'='1' --",
            "\"; DROP TABLE players; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1:1/a}",
            "#{7*7}",
            "{{7*7}}",
            "%s%s%s%n%d",
            "%00",
            "\u0000",
            "a\u0000b",
            "a\r\nSet-Cookie: a=b",
            "a\nINFO forged line of a log",
            "\u001b[31mred",
            "\u202Etxt.exe",
            "\u200B",
            "\uFEFF",
            "\uFFFE",
            "\uD800",
            "\uDC00\uD800",
            "İ",
            "ﬀ",
            "A\u0301\u0301\u0301\u0301\u0301\u0301",
            "👩‍👩‍👧‍👦",
            "{00000000-0000-0000-0000-000000000000}",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "{\"a\":1}",
            "[]",
            "file:///etc/passwd",
            "http://127.0.0.1:1/");

    private HostileText() {}

    /** One of them, of a few thousand characters at most. */
    public static String of(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> KNOWN.get(random.nextInt(KNOWN.size())).repeat(1 + random.nextInt(8));
            case 1 -> String.valueOf((char) random.nextInt(Character.MAX_VALUE)).repeat(1 + random.nextInt(LONG));
            case 2 ->
                random.ints(random.nextInt(SHORT), 0, Character.MAX_VALUE)
                        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                        .toString();
            default -> KNOWN.get(random.nextInt(KNOWN.size()));
        };
    }
}
