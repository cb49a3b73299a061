package dungeon.standalone.cli;

import dungeon.players.StrategySource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the strategies of {@code --player}. */
final class StrategyConverter implements ITypeConverter<StrategySource> {
    @Override
    public StrategySource convert(String text) {
        try {
            return StrategySource.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
