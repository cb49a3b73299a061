package dungeon.platform.core;

import dungeon.platform.envelope.PrincipalKind;

/**
 * Who sent a command, as far as that was verified.
 *
 * @param kind what the sender is
 * @param playerId the player of the token; UUID; null but for a player and for the registrar of one
 * @param name the player's name in the token, or the context that a service acts for; null otherwise
 * @param problem why the sender is unknown; null otherwise
 */
public record Principal(PrincipalKind kind, String playerId, String name, String problem) {

    public static Principal player(String playerId, String playerName) {
        return new Principal(PrincipalKind.PLAYER, playerId, playerName, null);
    }

    /** The ingest, which registers a player. */
    public static Principal registrar(String playerId, String playerName) {
        return new Principal(PrincipalKind.REGISTRAR, playerId, playerName, null);
    }

    public static Principal administrator() {
        return new Principal(PrincipalKind.ADMINISTRATOR, null, null, null);
    }

    /** A part of the platform that acts for a context. */
    public static Principal service(String context) {
        return new Principal(PrincipalKind.SERVICE, null, context, null);
    }

    /** Somebody without a token, or with one that does not hold. */
    public static Principal unknown(String problem) {
        return new Principal(PrincipalKind.UNKNOWN, null, null, problem);
    }

    public boolean isAdministrator() {
        return kind == PrincipalKind.ADMINISTRATOR;
    }

    /** Under whose name command ids are remembered. */
    public String sender() {
        if (playerId != null) {
            return playerId;
        }
        return kind == PrincipalKind.SERVICE ? kind + ":" + name : kind.name();
    }
}
