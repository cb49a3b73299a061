package dungeon.queries.http;

import static dungeon.queries.TestRoom.ANN;
import static dungeon.queries.TestRoom.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.queries.TestRoom;
import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked about rooms of tic-tac-toe, and followed. */
@Timeout(60)
class RoomRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path stateDir;

    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(stateDir, "heartbeat.ms", "300");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void tellsWhoPlaysWhoseTurnItIsAndUntilWhen() throws IOException {
        TestRoom room = TestRoom.waiting("room").joined().placed(ANN, 1, 4);
        happened(room.events());

        HttpResponse<String> response = instance.get("/rooms/" + room.roomId());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(response, "Dungeon-Sequence")).isEqualTo("4");
        // Ann moved a second after the round began, so she has 59 s left; Bob has 20 s for his move.
        assertThat(TestInstance.json(response)).isEqualTo(JSON.readTree("""
                {"roomId": "%s", "sequence": 4, "state": "PLAYING", "opponent": "PERSON", "invitationOnly": false, "mark": "X",
                 "moveMs": 20000, "roundMs": 60000,
                 "seats": [
                   {"playerId": "%s", "playerName": "Ann", "mark": "X", "wins": 0, "remainingMs": 59000, "wantsRematch": false},
                   {"playerId": "%s", "playerName": "Bob", "mark": "O", "wins": 0, "remainingMs": 60000, "wantsRematch": false}],
                 "round": 1, "move": 2, "cells": "....X....", "turnPlayerId": "%s", "deadline": "2026-11-30T12:00:22Z"}""".formatted(
                        room.roomId(), ANN.getPlayerId(), BOB.getPlayerId(), BOB.getPlayerId())));
    }

    @Test
    void nobodyMovesWhereSomebodyWaits() {
        TestRoom room = TestRoom.waiting("room");
        happened(room.events());

        JsonNode answer = instance.json("/rooms/" + room.roomId());

        assertThat(answer.path("state").asText()).isEqualTo("WAITING");
        assertThat(answer.path("seats")).hasSize(1);
        assertThat(answer.path("seats").path(0).has("mark")).isFalse();
        assertThat(answer.has("turnPlayerId")).isFalse();
        assertThat(answer.has("deadline")).isFalse();
    }

    @Test
    void tellsOfAClosedRoomUpToItsLastEvent() {
        TestRoom room = TestRoom.waiting("room").left(ANN);
        happened(room.events());

        HttpResponse<String> response = instance.get("/rooms/" + room.roomId());

        assertThat(GameRoutesTest.header(response, "Dungeon-Sequence")).isEqualTo("2");
        assertThat(TestInstance.json(response).path("sequence").asLong()).isEqualTo(2);
        assertThat(TestInstance.json(response).path("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void waitsForTheEventThatAnAnswerHasToInclude() {
        TestRoom room = TestRoom.waiting("room");
        happened(room.events());
        CompletableFuture<HttpResponse<String>> response =
                CompletableFuture.supplyAsync(() -> instance.get("/rooms/%s?atLeast=3".formatted(room.roomId())));
        await().until(() -> instance.views.signals().waiting() == 1);

        happened(room.joined().events().subList(1, 3));

        assertThat(response.orTimeout(10, TimeUnit.SECONDS).join().statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatThereIsNoSuchRoom() {
        GameRoutesTest.assertProblem(instance.get("/rooms/00000000-0000-7000-8000-000000000009"), 404, "UNKNOWN_ROOM");
    }

    @Test
    void listsRoomsByWhatHappensInThem() {
        TestRoom waiting = TestRoom.waiting("waiting");
        TestRoom playing = TestRoom.waiting("playing").joined();
        TestRoom over = TestRoom.waiting("over").joined();
        for (int move = 1; move <= 5; move++) {
            over.placed(move % 2 == 1 ? ANN : BOB, move, move % 2 == 1 ? move / 2 : 3 + move / 2);
        }
        TestRoom closed = TestRoom.waiting("closed").left(ANN);
        List.of(waiting, playing, over, closed).forEach(room -> happened(room.events()));

        assertThat(listed("WAITING")).containsExactly(waiting.roomId());
        assertThat(listed("PLAYING")).containsExactly(playing.roomId());
        assertThat(listed("OVER")).containsExactly(over.roomId());
        assertThat(listed("CLOSED")).containsExactly(closed.roomId());
        assertThat(ids(instance.json("/rooms"))).hasSize(4);
        GameRoutesTest.assertProblem(instance.get("/rooms?state=STARTED"), 400, "MALFORMED");
    }

    @Test
    void handsOutTheEventsOfARoom() throws IOException {
        TestRoom room = TestRoom.waiting("room").joined();
        happened(room.events());

        HttpResponse<String> response = instance.get("/rooms/%s/events?from=2".formatted(room.roomId()));

        assertThat(response.body().lines())
                .containsExactlyElementsOf(text(room.events().subList(1, 3)));
    }

    @Test
    void feedsThoseWhoWatchUntilTheRoomIsClosed() {
        TestRoom room = TestRoom.waiting("room").joined();
        happened(room.events());
        try (FeedClient client = new FeedClient(instance, "/rooms/%s/feed?from=3".formatted(room.roomId()))) {
            JsonNode start = client.next();
            assertThat(start.path("roomId").asText()).isEqualTo(room.roomId());
            assertThat(start.path("newest").asLong()).isEqualTo(3);
            assertThat(client.events(1))
                    .extracting(JsonNode::toString)
                    .isEqualTo(text(room.events().subList(2, 3)));

            happened(room.left(BOB).events().subList(3, 5));

            assertThat(client.events(2))
                    .extracting(JsonNode::toString)
                    .isEqualTo(text(room.events().subList(3, 5)));
            assertThat(client.closed().code()).isEqualTo(1000);
        }
    }

    @Test
    void feedsOfRoomsKnowNoRobots() {
        try (FeedClient client =
                new FeedClient(instance, "/rooms/00000000-0000-7000-8000-000000000009/feed?robotId=1")) {
            assertThat(client.closed().code()).isEqualTo(4400);
        }
    }

    private List<String> listed(String state) {
        return ids(instance.json("/rooms?state=" + state));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("rooms").findValuesAsText("roomId");
    }

    private static List<String> text(List<TicTacToeEvent> events) {
        return events.stream().map(event -> JsonWriter.flat(event).toString()).toList();
    }

    private void happened(List<TicTacToeEvent> events) {
        instance.roomLog.addRooms(events);
        instance.rooms.pipe(events);
    }
}
