package dungeon.ingest.http;

import java.util.concurrent.ThreadLocalRandom;

/** Names for those who have none: a word that can be said aloud, and a number, such as Mokurila-4711. */
final class GuestName {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 4;
    private static final int NUMBERS = 10_000;

    private GuestName() {}

    static String next() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            char consonant = any(CONSONANTS);
            name.append(i == 0 ? Character.toUpperCase(consonant) : consonant).append(any(VOWELS));
        }
        return "%s-%04d".formatted(name, ThreadLocalRandom.current().nextInt(NUMBERS));
    }

    private static char any(String letters) {
        return letters.charAt(ThreadLocalRandom.current().nextInt(letters.length()));
    }
}
