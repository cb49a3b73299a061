package dungeon.platform.token;

/** Says why a token stands for nobody. */
public final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message why, for people */
    public TokenRefusedException(String message) {
        // A token that does not hold is a stranger's doing, and no fault of the program, so nobody looks for its place.
        super(message, null, false, false);
    }
}
