package dungeon.platform.process;

/** With which code a service ends. One that was asked to stop by SIGTERM, and did, ends with 143, as every JVM does. */
public enum ExitCode {
    /** It ran, and could not go on; to start it again is right. */
    FAILED(1, "It ran and could not go on; the log says why.", "Start it again, with growing pauses."),
    /** It did not start, because a setting cannot be right; to start it again is of no use. */
    WRONG_SETTINGS(
            2, "A setting cannot be right; the log names it.", "Mend the setting; it ends in the same way until then."),
    /** The JVM ended it, because the heap was full. */
    OUT_OF_MEMORY(
            3, "The heap was full, and the JVM ended.", "Start it again; give it more memory if that comes back."),
    /** It did not start, because something that it needs is not there. */
    CANNOT_START(
            4,
            "A broker, the registry, a database or a port was not there, or not as it must be; the log says which.",
            "Start it again; look at what it names."),
    /** It was told to stop, and was not done in time. */
    NOT_STOPPED(
            5,
            "It was asked to stop and was not done in time, for instance because the brokers are away.",
            "Nothing; what was not committed is done again by whoever takes over.");

    private final int code;
    private final String meaning;
    private final String remedy;

    ExitCode(int code, String meaning, String remedy) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** What has happened, for operators. */
    public String meaning() {
        return meaning;
    }

    /** What whoever runs it should do. */
    public String remedy() {
        return remedy;
    }
}
