package dungeon.benchmarks.feeds;

/** How a client gets the events of a game. */
enum FeedTransport {
    /** Server-sent events: the number stands in a line of its own. */
    EVENT_STREAM("event stream", "\nid: ", """
            GET /games/%s/events?from=%d HTTP/1.1
            Host: bench
            Accept: text/event-stream

            """),
    /** The feed: batches of JSON, in which the number is a field. */
    WEB_SOCKET("WebSocket", "\"sequence\":", """
            GET /games/%s/feed?from=%d HTTP/1.1
            Host: bench
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

            """);

    private final String text;
    private final String beforeNumber;
    private final String request;

    FeedTransport(String text, String beforeNumber, String request) {
        this.text = text;
        this.beforeNumber = beforeNumber;
        this.request = request.replace("\n", "\r\n");
    }

    /** For people. */
    String text() {
        return text;
    }

    /** What stands before the number of each event, and nowhere else. */
    String beforeNumber() {
        return beforeNumber;
    }

    /** What a client sends to begin. */
    String request(String gameId, long from) {
        return request.formatted(gameId, from);
    }
}
