package dungeon.identity;

import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.Tables;
import dungeon.schemas.state.LinkedLogin;
import dungeon.schemas.state.RevokedTokens;

/** What a subject of the identity consists of. */
public final class IdentityTables {
    private static final Tables OF_A_SUBJECT = Tables.of("identity");

    /** An account elsewhere, and the player that it is linked to. */
    static final Table<Void, LinkedLogin> LOGINS = OF_A_SUBJECT
            .one(1, "logins", LinkedLogin.class)
            .sequenced(LinkedLogin::getSequence, LinkedLogin::setSequence)
            .declare();

    /** Which tokens of a player were taken back. */
    static final Table<Void, RevokedTokens> REVOKED_TOKENS = OF_A_SUBJECT
            .one(2, "revoked-tokens", RevokedTokens.class)
            .sequenced(RevokedTokens::getSequence, RevokedTokens::setSequence)
            .declare();

    /** All of them. */
    public static final Tables ALL = OF_A_SUBJECT.complete();

    private IdentityTables() {}
}
