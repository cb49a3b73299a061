package dungeon.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Area;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.Ring;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.250Z");

    @Test
    void anEventIsFlat() {
        Condition condition =
                new Condition(new Tile(3, 4), 10, 0, 17, 2500, TIME, TIME.plusMillis(1750), 1, TIME.plusMillis(2000));
        Score score = new Score(ScoreCategory.TRAVELLING, 2, 12, 30);
        assertEvent(
                new Event("g", 7L, TIME, "c", "p", 0, new RobotMoved("r", new Tile(2, 3), condition, score, 7L)), """
                {'gameId':'g','sequence':7,'time':'2026-01-31T12:00:00.250Z','commandId':'c','playerId':'p','remaining':0,\
                'type':'RobotMoved','robotId':'r','from':{'x':2,'y':3},\
                'condition':{'position':{'x':3,'y':4},'health':10,'healthFraction':0,'energy':17,'energyFraction':2500,\
                'asOf':'2026-01-31T12:00:00.250Z','readyAt':'2026-01-31T12:00:02Z','queued':1,'runsAt':'2026-01-31T12:00:02.250Z'},\
                'score':{'category':'TRAVELLING','gained':2,'inCategory':12,'total':30},'nextDraw':7}""");
    }

    @Test
    void whatHasNoValueIsLeftOut() {
        assertEvent(
                new Event("g", 9L, TIME, null, null, 0, new GamePurged()),
                "{'gameId':'g','sequence':9,'time':'2026-01-31T12:00:00.250Z','remaining':0,'type':'GamePurged'}");
    }

    @Test
    void aRejectionHasCodeMessageAndDetails() {
        CommandRejected rejected = new CommandRejected(
                RejectionCode.INSUFFICIENT_FUNDS,
                "A robot costs 100.",
                List.of(new Detail("price", "100"), new Detail("balance", "30")));
        assertEvent(new Event("g", 7L, TIME, "c", "p", 0, rejected), """
                {'gameId':'g','sequence':7,'time':'2026-01-31T12:00:00.250Z','commandId':'c','playerId':'p','remaining':0,\
                'type':'CommandRejected','code':'INSUFFICIENT_FUNDS','message':'A robot costs 100.',\
                'details':[{'name':'price','value':'100'},{'name':'balance','value':'30'}]}""");
    }

    @Test
    void bytesAreBase64AndTilesOutsideOfMapTypesAreObjects() {
        MapInstantiated map = new MapInstantiated(
                2,
                1,
                ByteBuffer.wrap(new byte[] {1, 3}),
                ByteBuffer.wrap(new byte[] {1, 2}),
                List.of(new Content(new Tile(0, 0), ContentKind.MINE, Resource.BIO_MATTER, 1000)),
                List.of(1000L, 0L),
                1_000_000L);
        String expected = """
                {'gameId':'g','sequence':2,'time':'2026-01-31T12:00:00.250Z','commandId':'c','remaining':1,\
                'type':'MapInstantiated','width':2,'height':1,'gravity':'AQM=','structure':'AQI=',\
                'contents':[{'tile':{'x':0,'y':0},'kind':'MINE','resource':'BIO_MATTER','units':1000}],\
                'depositUnits':[1000,0],'nextDraw':1000000}""";
        Event event = new Event("g", 2L, TIME, "c", null, 1, map);
        assertEvent(event, expected);
        assertEvent(event, expected);
    }

    @Test
    void anEventOfTheLobbyIsFlatToo() {
        LobbyEvent event =
                new LobbyEvent("player:ann", 1L, TIME, "c", null, 0, new PlayerRegistered("5d1", "Ann", null));
        assertThat(JsonWriter.flat(event).toString().replace('"', '\'')).isEqualTo("""
                        {'subject':'player:ann','sequence':1,'time':'2026-01-31T12:00:00.250Z','commandId':'c','remaining':0,\
                        'type':'PlayerRegistered','playerId':'5d1','playerName':'Ann'}""");
    }

    @Test
    void aMapTypeInAnEventIsWrittenAsByHand() {
        Area area = new Area(false, List.of(new Tile(1, 2)), null, null, new Ring(0, 1));
        MapType map = MapType.newBuilder()
                .setName("m")
                .setWidth(3)
                .setHeight(4)
                .setDefaultGravity(Gravity.LIGHT)
                .setGravity(List.of(new GravityLayer(List.of(area), Gravity.MEDIUM)))
                .build();
        LobbyEvent event = new LobbyEvent("map-type:m", 1L, TIME, "c", "p", 0, new MapTypeCreated("m", map, null));
        assertThat(JsonWriter.flat(event).get("map").toString().replace('"', '\''))
                .isEqualTo("""
                        {'name':'m','description':'','width':3,'height':4,'defaultGravity':'LIGHT','blackHoleDestruction':500,\
                        'gravity':[{'area':[{'tiles':[[1,2]],'ring':[0,1]}],'level':'MEDIUM'}],\
                        'structure':[],'contents':[],'discoveries':[]}""");
    }

    private static void assertEvent(Event event, String json) {
        assertThat(JsonWriter.flat(event).toString().replace('"', '\'')).isEqualTo(json);
    }
}
