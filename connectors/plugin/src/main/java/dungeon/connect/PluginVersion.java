package dungeon.connect;

/** What the worker's log and `GET /connector-plugins` call the version of these plugins. */
final class PluginVersion {
    /** That of the jar, or a word where classes run from a folder. */
    static final String VERSION = versionOf(PluginVersion.class.getPackage());

    private PluginVersion() {}

    private static String versionOf(Package jar) {
        return jar.getImplementationVersion() == null ? "unpacked" : jar.getImplementationVersion();
    }
}
