package dungeon.verification.siege.attacks;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Registers guests and names, as many as it can. */
final class RegistrationFloods implements Attack {
    private final Battlefield field;
    private final HttpFrom http;
    private final Tally tally = new Tally();
    private final AtomicLong number = new AtomicLong();

    RegistrationFloods(Battlefield field, HttpFrom http) {
        this.field = field;
        this.http = http;
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public String each() {
        return "a guest or a new name by turns";
    }

    @Override
    public int perMinute() {
        return 1_800;
    }

    @Override
    public boolean mayGetThrough() {
        return true;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void attempt(Random random) {
        Answer answer = number.incrementAndGet() % 2 == 0
                ? http.post(field.ingest("/auth/guest"), null, new byte[0])
                : http.post(
                        field.ingest("/players"),
                        null,
                        "{\"playerName\":\"siege%x\"}"
                                .formatted(random.nextLong())
                                .getBytes(StandardCharsets.UTF_8));
        tally.answered(answer, true);
    }
}
