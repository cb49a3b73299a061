package dungeon.verification.siege.attacks;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Registers guests and names, as many as it can. */
final class RegistrationFloods extends Attack {

    RegistrationFloods(Battlefield field, HttpFrom http) {
        super(new Kind("registrations", "a guest or a new name by turns", 1_800, true), field, http, 0);
    }

    @Override
    public void attempt(Random random) {
        Answer answer = nextTry() % 2 == 0
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
