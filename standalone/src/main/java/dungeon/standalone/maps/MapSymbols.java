package dungeon.standalone.maps;

import dungeon.schemas.Content;
import dungeon.schemas.Gravity;

/** How the things on a map look in the terminal: one character each, and in colour if it is wanted. */
final class MapSymbols {
    private static final String GREY = "90";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String BOLD_CYAN = "1;96";
    private static final String INVERSE = "7";

    private final boolean inColour;

    MapSymbols(boolean inColour) {
        this.inColour = inColour;
    }

    /** The two characters of a void. */
    String voidTile() {
        return coloured(GREY, "##");
    }

    String gravity(Gravity gravity) {
        return switch (gravity) {
            case LIGHT -> coloured(GREEN, ".");
            case MEDIUM -> coloured(YELLOW, ":");
            case INTENSE -> coloured(RED, "*");
            case UNKNOWN -> "?";
        };
    }

    String content(Content content) {
        return switch (content.getKind()) {
            case SPACE_STATION -> coloured(BOLD_CYAN, "S");
            case BLACK_HOLE -> coloured(INVERSE, "@");
            case MINE ->
                switch (content.getResource()) {
                    case BIO_MATTER -> coloured("1;32", "B");
                    case CRYO_GAS -> coloured("1;34", "C");
                    case DARK_MATTER -> coloured("1;35", "D");
                    case ION_DUST -> coloured("1;33", "I");
                    case PLASMA_CORE -> coloured("1;31", "P");
                    case UNKNOWN -> "?";
                };
            case UNKNOWN -> "?";
        };
    }

    private String coloured(String colour, String text) {
        return inColour ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
