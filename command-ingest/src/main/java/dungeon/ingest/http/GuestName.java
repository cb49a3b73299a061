package dungeon.ingest.http;

import dungeon.schemas.topics.LobbySubjects;
import java.util.concurrent.ThreadLocalRandom;

/** Names for those who have none: a word that can be said aloud, and the time, such as Guest-Mokuri-mb3k9x2a. */
final class GuestName {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 3;

    private GuestName() {}

    static String next(long nowMs) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            char consonant = any(CONSONANTS);
            name.append(i == 0 ? Character.toUpperCase(consonant) : consonant).append(any(VOWELS));
        }
        return LobbySubjects.guestName(name.toString(), nowMs);
    }

    private static char any(String letters) {
        return letters.charAt(ThreadLocalRandom.current().nextInt(letters.length()));
    }
}
