package dungeon.ingest.http;

/** Names that the routes' descriptions share. */
final class ApiDescription {
    /** The answer that stands for any problem. */
    static final String PROBLEM = "#/components/responses/Problem";

    private ApiDescription() {}
}
