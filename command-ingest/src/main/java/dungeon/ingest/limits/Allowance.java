package dungeon.ingest.limits;

/**
 * What a sender is left with after asking.
 *
 * @param kind of what
 * @param rate its rate
 * @param granted whether it was granted; if not, nothing was used
 * @param remaining what could be had now
 * @param fullAfterSeconds when the whole burst is there again, if nothing more is asked for
 * @param retryAfterSeconds when what was refused could be had, 1 or more; 0 if it was granted
 */
public record Allowance(
        RateKind kind, Rate rate, boolean granted, long remaining, long fullAfterSeconds, long retryAfterSeconds) {

    /** The value of {@code RateLimit-Policy}: the burst, and the seconds in which it comes back. */
    public String policyHeader() {
        return "\"%s\";q=%d;w=%d".formatted(kind.policy(), rate.burst(), rate.windowSeconds());
    }

    /** The value of {@code RateLimit}: what is left, and the seconds until all is there again. */
    public String header() {
        return "\"%s\";r=%d;t=%d".formatted(kind.policy(), remaining, fullAfterSeconds);
    }
}
