package dungeon.platform.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void takesLettersOfAllScriptsAndWholePairs() {
        for (String text : List.of("", "Maze 2", "Größe", "עברית", "العربية", "中文", "😀", "नमस्ते", "a\u200db")) {
            assertThat(PlainText.fault(text)).as(text).isNull();
        }
    }

    @Test
    void refusesWhatIsNotSeenOrTurnsTheRest() {
        for (int codePoint : new int[] {
            0, 9, 10, 13, 0x1B, 0x1F, 0x7F, 0x80, 0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x202A, 0x202E,
            0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF, 0xE0001, 0xE007F
        }) {
            assertThat(PlainText.fault("ab" + Character.toString(codePoint) + "c"))
                    .startsWith("has the character U+%04X at 2; ".formatted(codePoint));
        }
    }

    @Test
    void refusesHalvesOfPairs() {
        assertThat(PlainText.fault("\ud83d")).startsWith("has the character U+D83D at 0");
        assertThat(PlainText.fault("a\ude00\ud83d")).startsWith("has the character U+DE00 at 1");
    }

    @Test
    void takesWhatStandsBesideWhatIsRefused() {
        for (int codePoint : new int[] {
            0x20, 0x7E, 0xA0, 0xAC, 0xAE, 0x61B, 0x61D, 0x200A, 0x200C, 0x200D, 0x2010, 0x2027, 0x202F, 0x2070, 0xE000,
            0xFFFD, 0x10000, 0xE0080
        }) {
            assertThat(PlainText.fault(Character.toString(codePoint)))
                    .as("U+%04X", codePoint)
                    .isNull();
        }
    }
}
