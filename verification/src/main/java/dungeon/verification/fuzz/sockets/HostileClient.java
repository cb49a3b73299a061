package dungeon.verification.fuzz.sockets;

import java.util.List;

/**
 * What a client of a feed sends.
 *
 * @param handshake a request over HTTP, as it is sent
 * @param frames what follows if the server agrees, each as it is sent
 * @param refused whether the server must not agree, or must close the feed as one without a token that holds
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record HostileClient(byte[] handshake, List<byte[]> frames, boolean refused) {}
