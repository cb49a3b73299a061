package dungeon.verification.fuzz.tokens;

import dungeon.verification.fuzz.cases.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tokens of all kinds that prove nothing, and must be refused wherever they come. Safe for use by several threads. */
public final class HostileTokens {
    private final Means means;
    /** A signature takes a millisecond, so those that are signed are made once. */
    private final List<HostileToken> signed = new ArrayList<>();

    /**
     * Makes those that are signed.
     *
     * @param ingestFolder where the platform has its key
     * @param trapUrl that some of them name, where nobody must ask
     */
    public HostileTokens(Stage stage, Path ingestFolder, String trapUrl) {
        means = Means.of(stage, ingestFolder, trapUrl);
        signed.addAll(AlgorithmConfusion.all(means));
        signed.addAll(KeyTricks.all(means));
        signed.addAll(FalseClaims.all(means));
    }

    /** One of them. */
    public HostileToken next(Random random) {
        return random.nextInt(3) == 0 ? Nonsense.of(means, random) : signed.get(random.nextInt(signed.size()));
    }
}
