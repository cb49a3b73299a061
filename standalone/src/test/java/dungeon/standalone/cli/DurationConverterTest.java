package dungeon.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
    @ParameterizedTest
    @CsvSource({"90s,PT90S", "2m,PT2M", "1h,PT1H", "1h30m,PT90M", "1m30s,PT90S", "0s,PT0S"})
    void readsDurationsAsPeopleWriteThem(String text, Duration expected) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "m", "2 m", "2d", "30s1m", "-2m", "999999999h", "PT2M"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> new DurationConverter().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void saysHowADurationIsWritten() {
        assertThatThrownBy(() -> new DurationConverter().convert("soon"))
                .hasMessage("'soon' is not a duration such as 90s, 2m, 1h or 1h30m");
    }
}
