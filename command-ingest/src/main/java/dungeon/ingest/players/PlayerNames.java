package dungeon.ingest.players;

import dungeon.schemas.topics.LobbySubjects;
import java.util.concurrent.ThreadLocalRandom;

/** Names for those who have none: a word that can be said aloud, and the time, such as Mokuri-mb3k9x2a. */
public final class PlayerNames {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 3;

    private PlayerNames() {}

    /** A guest's, who is forgotten without having played; such as Guest-Mokuri-mb3k9x2a. */
    public static String ofGuest(long nowMs) {
        return LobbySubjects.guestName(word(), nowMs);
    }

    /** One that stays. It says nothing of whoever gets it. */
    static String lasting(long nowMs) {
        return word() + "-" + Long.toString(nowMs, Character.MAX_RADIX);
    }

    private static String word() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            char consonant = any(CONSONANTS);
            name.append(i == 0 ? Character.toUpperCase(consonant) : consonant).append(any(VOWELS));
        }
        return name.toString();
    }

    private static char any(String letters) {
        return letters.charAt(ThreadLocalRandom.current().nextInt(letters.length()));
    }
}
