package dungeon.verification.fuzz.kafka;

import dungeon.platform.streams.admission.CommandAdmission;
import dungeon.schemas.topics.Topics;
import dungeon.verification.fuzz.bytes.HostileText;
import dungeon.verification.fuzz.bytes.Mutation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Records with several tokens, with headers that the platform itself writes, and with a great many. */
final class OddHeaders implements RecordKind {
    private static final int MANY = 500;
    private static final int LONG = 20_000;

    private final Orders orders;

    OddHeaders(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "odd-headers";
    }

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public HostileRecord next(Random random) {
        HostileRecord right = orders.toGame(random);
        HostileRecord broken = random.nextBoolean() ? right : right.withValue(Mutation.of(right.value(), random));
        String token = orders.stage().own().token();
        Header own = HostileRecord.authorization(token);
        Header wrong = HostileRecord.authorization(HostileText.of(random));
        return switch (random.nextInt(9)) {
            // The last one counts.
            case 0 -> broken.withHeaders(List.of(wrong, own), true);
            case 1 -> broken.withHeaders(List.of(own, wrong), false);
            case 2 -> broken.withHeaders(List.of(own, header(Topics.AUTHORIZATION_HEADER, null)), false);
            case 3 -> broken.withHeaders(List.of(header(Topics.AUTHORIZATION_HEADER, token)), false);
            case 4 ->
                broken.withMore(
                        header(CommandAdmission.REASON_HEADER, "FORGED"),
                        header(CommandAdmission.TOPIC_HEADER, Topics.EVENTS.name()),
                        header(CommandAdmission.PARTITION_HEADER, "99"),
                        header(CommandAdmission.OFFSET_HEADER, "-1"));
            case 5 -> broken.withMore(header("__value_schema_id", HostileText.of(random)));
            case 6 ->
                broken.withMore(Collections.nCopies(1 + random.nextInt(MANY), header("x", "y"))
                        .toArray(Header[]::new));
            // The client itself writes halves of characters in names so that no broker takes them.
            case 7 -> broken.withMore(header(whole(HostileText.of(random)), "a".repeat(random.nextInt(LONG))));
            default -> {
                List<Header> named = new ArrayList<>(broken.headers());
                // Another spelling of the name is the same header.
                named.add(header(Topics.AUTHORIZATION_HEADER.toUpperCase(Locale.ROOT), "Bearer "));
                yield broken.withHeaders(named, false);
            }
        };
    }

    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
