package dungeon.queries.asyncapi;

/** What the examples have in common. */
final class ExampleValues {
    static final String GAME_ID = "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001";
    static final String PLAYER_ID = "0f1c2e5a-6a0b-3c7d-8a54-2f8f5d1c9b02";
    static final String ROBOT_ID = "c7e0a9d4-1b6f-3e58-b2a3-95d0f4e68a11";
    static final String COMMAND_ID = "019c13e2-7f00-7c55-9a3d-6f1be02d4c90";
    static final String SUBJECT = "player:ada";
    static final String ACCOUNT_SUBJECT = "account:" + PLAYER_ID;
    static final String PLAYER_NAME = "Ada";
    static final String TIME = "2026-01-31T12:00:00Z";

    /** It has the form of one, and nothing in it. */
    static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";

    private ExampleValues() {}
}
