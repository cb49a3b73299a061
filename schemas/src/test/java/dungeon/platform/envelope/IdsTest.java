package dungeon.platform.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final String ID = "01234567-89ab-4cde-8f09-abcdef012345";

    @ParameterizedTest
    @ValueSource(ints = {8, 13, 18, 23})
    void anIdHasDashesWhereUuidsHaveThem(int place) {
        assertThat(Ids.isCanonical(ID)).isTrue();
        assertThat(Ids.isCanonical(with(place, '0'))).isFalse();
    }

    @Test
    void itsOtherCharactersAreLowerCaseHexDigits() {
        for (int place = 0; place < ID.length(); place++) {
            if (ID.charAt(place) == '-') {
                continue;
            }
            for (char good : "0123456789abcdef".toCharArray()) {
                assertThat(Ids.isCanonical(with(place, good))).isTrue();
            }
            // What stands just before and after the digits and the letters, capitals, and letters of other alphabets.
            for (char bad : "/:`gAF-{ \u0660\u00e4".toCharArray()) {
                assertThat(Ids.isCanonical(with(place, bad))).isFalse();
            }
        }
    }

    @Test
    void anIdHas36Characters() {
        assertThat(Ids.isCanonical(null)).isFalse();
        assertThat(Ids.isCanonical("")).isFalse();
        assertThat(Ids.isCanonical(ID.substring(1))).isFalse();
        assertThat(Ids.isCanonical(ID + "0")).isFalse();
    }

    @Test
    void numberedIdsAreUuidsOfTheAggregateAndTheNumber() {
        assertThat(Ids.numbered(ID, 7)).isEqualTo(Ids.nameBased(ID + ":7"));
        assertThat(Ids.nameBased("player:ann")).isEqualTo("89cf3b4e-363c-3f3e-870c-f714bd67056e");
    }

    @Test
    void timedIdsAreUuidsOfVersion7WithTheTimeInFront() {
        String id = Ids.timed(0x0123_4567_89ABL, "player:ann:2");

        assertThat(id).startsWith("01234567-89ab-7").isEqualTo(Ids.timed(0x0123_4567_89ABL, "player:ann:2"));
        assertThat(Ids.isCanonical(id)).isTrue();
        assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        assertThat(Ids.timeMsOf(id)).isEqualTo(0x0123_4567_89ABL);
        assertThat(Ids.timeMsOf(ID)).isEqualTo(-1);
        assertThat(Ids.timed(0x0123_4567_89ABL, "player:bob:2")).isNotEqualTo(id);
    }

    private static String with(int place, char c) {
        return ID.substring(0, place) + c + ID.substring(place + 1);
    }
}
