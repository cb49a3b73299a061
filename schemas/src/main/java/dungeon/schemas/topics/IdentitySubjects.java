package dungeon.schemas.topics;

import dungeon.platform.envelope.Ids;
import java.util.regex.Pattern;

/** What the aggregates of the identity are called: the keys of its topics. */
public final class IdentitySubjects {
    private static final String LOGIN_PREFIX = "login:";
    private static final String ACCOUNT_PREFIX = "account:";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private IdentitySubjects() {}

    /**
     * The subject of an account elsewhere.
     *
     * @param hash a keyed hash of its provider and id, 64 hexadecimal digits, so that the log does not say whose it is
     */
    public static String ofLogin(String hash) {
        return LOGIN_PREFIX + hash;
    }

    /** The subject of a player's tokens. */
    public static String ofAccount(String playerId) {
        return ACCOUNT_PREFIX + playerId;
    }

    /** Whether a subject is that of an account elsewhere. */
    public static boolean isLogin(String subject) {
        return subject.startsWith(LOGIN_PREFIX)
                && HASH.matcher(subject.substring(LOGIN_PREFIX.length())).matches();
    }

    /** Whether a subject is that of a player's account. */
    public static boolean isAccount(String subject) {
        return subject.startsWith(ACCOUNT_PREFIX) && Ids.isCanonical(subject.substring(ACCOUNT_PREFIX.length()));
    }

    /** The player whose tokens a subject is about, which {@link #isAccount} has found to be one. */
    public static String playerIdOf(String accountSubject) {
        return accountSubject.substring(ACCOUNT_PREFIX.length());
    }
}
