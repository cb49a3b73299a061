package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestGame;
import dungeon.queries.responses.GameResponse;
import dungeon.queries.responses.GamesResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListRouteTest {
    @Test
    void aPageEndsWhereTheFirstOfItsPartsDoes() {
        GamesResponse page = ListRoute.merged(GameRoutes.LIST, List.of(part("3", "1"), part(null, "2", "4")), 10);

        assertThat(ids(page)).containsExactly(id("1"), id("2"));
        assertThat(page.next()).isEqualTo(id("3"));
    }

    @Test
    void aPageHasNoMoreGamesThanItShall() {
        GamesResponse page = ListRoute.merged(GameRoutes.LIST, List.of(part(null, "1", "4"), part(null, "2", "3")), 3);

        assertThat(ids(page)).containsExactly(id("1"), id("2"), id("3"));
        assertThat(page.next()).isEqualTo(id("3"));
    }

    @Test
    void theLastPageSaysSo() {
        GamesResponse page = ListRoute.merged(GameRoutes.LIST, List.of(part(null, "2"), part(null, "1")), 3);

        assertThat(ids(page)).containsExactly(id("1"), id("2"));
        assertThat(page.next()).isNull();
    }

    @Test
    void allThatIsMissingIsNamed() {
        GamesResponse page = ListRoute.merged(
                GameRoutes.LIST,
                List.of(
                        new GamesResponse(List.of(), null, List.of("b:1")),
                        new GamesResponse(List.of(), null, List.of("a:1"))),
                3);

        assertThat(page.missing()).containsExactly("a:1", "b:1");
    }

    private static GamesResponse part(String next, String... digits) {
        return new GamesResponse(
                Stream.of(digits)
                        .map(digit -> GameResponse.brief(
                                TestGame.created(id(digit)).world().game(), List.of()))
                        .toList(),
                next == null ? null : id(next),
                List.of());
    }

    private static String id(String digit) {
        return "00000000-0000-4000-8000-00000000000" + digit;
    }

    private static List<String> ids(GamesResponse page) {
        return page.games().stream().map(GameResponse::gameId).toList();
    }
}
