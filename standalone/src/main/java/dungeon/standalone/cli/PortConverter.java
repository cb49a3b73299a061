package dungeon.standalone.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port that can be named; 0, which would be any, must not be taken for none. */
final class PortConverter implements ITypeConverter<Integer> {
    private static final int MAXIMUM = 65_535;

    @Override
    public Integer convert(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= MAXIMUM) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'%s' is no port; it must be 1 to %d".formatted(text, MAXIMUM));
        }
        throw new TypeConversionException("'%s' is no port; it must be 1 to %d".formatted(text, MAXIMUM));
    }
}
