package dungeon.ingest.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * All that bounds what a sender can make of this application, {@code dungeon.ingest.limits.…}; docs/limits.md says what the sender gets
 * at each. They hold for each instance by itself.
 *
 * @param headerSize of a request line with its headers; a token takes a tenth of it
 * @param headerTime from the first byte of a request to the end of its headers; a phone on a bad line needs one
 * @param bodySize of a request; twice the largest command, so that a map type of any allowed size fits in with room for blanks
 * @param bodyTime from the end of the headers to the end of the body; the largest body at half a megabit a second
 * @param bodiesSize of all bodies of more than 8 KB together that are being received; as JSON trees they take some twenty times that, and
 *     the heap of one machine has a gigabyte
 * @param bodyDropped up to which a body that is too large is read on, because a client that is still sending does not see its answer
 * @param answerTime from the end of the work on a request until its answer is taken; the largest at a quarter of a megabit a second
 * @param answersSize of all answers of more than 8 KB together that are on their way; one that finds no room waits for its reader on a thread
 * @param idleTime how long a connection without a request stays open; above the half minute after which most clients drop it, so that
 *     they do not write on one that is just being closed
 * @param silenceTime how long a connection may send nothing of a request, or take nothing of an answer
 * @param connections in all; while a request is under way, each takes some 110 KB of Tomcat's buffers
 * @param connectionsPerAddress few enough that one sender has neither all of them nor all threads; browsers and players use some ten
 * @param requestThreads how many requests are worked on at a time; they wait for no sender and no outcome, so two cores need fewer
 * @param commandsPerRequest a thousand are signed for, written and awaited well within a second
 * @param jsonDepth how deep arrays and objects may stand in each other; a map type needs seven
 * @param jsonNumberLength digits of a number; as many are read in microseconds, and then refused with the place where they stand
 * @param jsonStringLength characters of a text; the longest that means anything, a map type's description, has 1,000
 * @param jsonNameLength characters of a field's name; the longest known has 25
 * @param jsonTokens values, names and brackets of a document; the largest map that a command has room for has some 160,000, and a tree
 *     of this many takes some 15 MB
 * @param outcomeWait how long routes that answer with an outcome wait for it
 * @param waitMaximum what {@code ?wait=} can ask for; below the minute after which proxies give up
 * @param outcomesKept how long an outcome is remembered for repeated requests; as long as the games remember command ids
 * @param eventsKept how many events are remembered for that at most, some 700 bytes each
 * @param eventsKeptSize how long their records may be together; most are short, and those of maps are a hundred times longer
 * @param commandsBurst commands of a player at once: a swarm of 100 robots fills all their queues of 16
 * @param commandsPerSecond of a player; five a second for each of 100 robots, more than their cooldowns allow
 * @param registrationsBurst players registered from an address at once: a class behind one router
 * @param registrationEvery how long until an address may register another; 1,800 an hour
 * @param practiceGamesBurst practice games and matches that a player starts or opens at once; he has one of each at a time, and each draws a map
 * @param practiceGameEvery how long until a player may start another
 * @param mapTypesBurst map types that a player hands in at once; each is checked for up to a third of a second
 * @param mapTypeEvery how long until a player may hand in another
 * @param tokensBurst tokens that a player has made or revoked at once; each is signed for, or a command
 * @param tokenEvery how long until a player may have another made or revoked
 * @param rateSenders how many senders' rates are remembered, of each kind of rate; some 300 bytes each, and whoever was not heard of for
 *     as long as his burst takes to come back is forgotten anyhow
 */
public record IngestLimits(
        @DefaultValue("8KB") DataSize headerSize,
        @DefaultValue("10s") Duration headerTime,
        @DefaultValue("1MB") DataSize bodySize,
        @DefaultValue("20s") Duration bodyTime,
        @DefaultValue("16MB") DataSize bodiesSize,
        @DefaultValue("64MB") DataSize bodyDropped,
        @DefaultValue("60s") Duration answerTime,
        @DefaultValue("16MB") DataSize answersSize,
        @DefaultValue("60s") Duration idleTime,
        @DefaultValue("20s") Duration silenceTime,
        @DefaultValue("1024") int connections,
        @DefaultValue("128") int connectionsPerAddress,
        @DefaultValue("200") int requestThreads,
        @DefaultValue("1000") int commandsPerRequest,
        @DefaultValue("16") int jsonDepth,
        @DefaultValue("1000") int jsonNumberLength,
        @DefaultValue("16384") int jsonStringLength,
        @DefaultValue("128") int jsonNameLength,
        @DefaultValue("250000") int jsonTokens,
        @DefaultValue("10s") Duration outcomeWait,
        @DefaultValue("30s") Duration waitMaximum,
        @DefaultValue("5m") Duration outcomesKept,
        @DefaultValue("100000") int eventsKept,
        @DefaultValue("16MB") DataSize eventsKeptSize,
        @DefaultValue("1600") int commandsBurst,
        @DefaultValue("500") int commandsPerSecond,
        @DefaultValue("30") int registrationsBurst,
        @DefaultValue("2s") Duration registrationEvery,
        @DefaultValue("5") int practiceGamesBurst,
        @DefaultValue("10s") Duration practiceGameEvery,
        @DefaultValue("10") int mapTypesBurst,
        @DefaultValue("10s") Duration mapTypeEvery,
        @DefaultValue("20") int tokensBurst,
        @DefaultValue("10s") Duration tokenEvery,
        @DefaultValue("50000") int rateSenders) {

    public IngestLimits {
        Checks.positive(headerSize, "limits.headerSize");
        Checks.positive(headerTime, "limits.headerTime");
        Checks.positive(bodySize, "limits.bodySize");
        Checks.positive(bodyTime, "limits.bodyTime");
        Checks.require(
                bodyDropped.compareTo(bodySize) >= 0, "limits.bodyDropped", "limits.bodySize or more", bodyDropped);
        Checks.positive(answerTime, "limits.answerTime");
        Checks.require(answersSize.toBytes() > 0, "limits.answersSize", "more than nothing", answersSize);
        Checks.positive(idleTime, "limits.idleTime");
        Checks.positive(silenceTime, "limits.silenceTime");
        Checks.positive(connections, "limits.connections");
        Checks.positive(connectionsPerAddress, "limits.connectionsPerAddress");
        Checks.positive(requestThreads, "limits.requestThreads");
        Checks.positive(commandsPerRequest, "limits.commandsPerRequest");
        Checks.positive(jsonDepth, "limits.jsonDepth");
        Checks.positive(jsonNumberLength, "limits.jsonNumberLength");
        Checks.positive(jsonStringLength, "limits.jsonStringLength");
        Checks.positive(jsonNameLength, "limits.jsonNameLength");
        Checks.positive(jsonTokens, "limits.jsonTokens");
        Checks.positive(outcomeWait, "limits.outcomeWait");
        Checks.positive(waitMaximum, "limits.waitMaximum");
        Checks.positive(outcomesKept, "limits.outcomesKept");
        Checks.positive(eventsKept, "limits.eventsKept");
        Checks.require(eventsKeptSize.toBytes() > 0, "limits.eventsKeptSize", "more than nothing", eventsKeptSize);
        Checks.positive(commandsPerSecond, "limits.commandsPerSecond");
        Checks.positive(registrationsBurst, "limits.registrationsBurst");
        Checks.positive(registrationEvery, "limits.registrationEvery");
        Checks.positive(practiceGamesBurst, "limits.practiceGamesBurst");
        Checks.positive(practiceGameEvery, "limits.practiceGameEvery");
        Checks.positive(mapTypesBurst, "limits.mapTypesBurst");
        Checks.positive(mapTypeEvery, "limits.mapTypeEvery");
        Checks.positive(tokensBurst, "limits.tokensBurst");
        Checks.positive(tokenEvery, "limits.tokenEvery");
        Checks.positive(rateSenders, "limits.rateSenders");
        Checks.require(bodiesSize.compareTo(bodySize) >= 0, "limits.bodiesSize", "limits.bodySize or more", bodiesSize);
        // A request of that many commands could never be granted otherwise.
        Checks.require(
                commandsBurst >= commandsPerRequest,
                "limits.commandsBurst",
                "limits.commandsPerRequest or more",
                commandsBurst);
    }
}
