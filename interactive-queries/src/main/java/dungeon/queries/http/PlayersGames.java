package dungeon.queries.http;

import dungeon.queries.feed.OwnGames;
import dungeon.queries.responses.GameResponse;
import dungeon.queries.responses.GamesResponse;
import dungeon.schemas.GameState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Finds the games of a player in the lists of those that are open and that run. */
final class PlayersGames implements OwnGames {
    /** Of each list; in an installation with more games at a time than these pages have, clients say which they play. */
    static final int PAGES_MAXIMUM = 5;

    private final ListRoute<?, GameResponse, GamesResponse> games;
    private final int pageSize;

    PlayersGames(ListRoute<?, GameResponse, GamesResponse> games, int pageSize) {
        this.games = games;
        this.pageSize = pageSize;
    }

    @Override
    public CompletableFuture<Found> of(String playerId) {
        // One after the other, so that a game that starts meanwhile is in the second list at the latest.
        return find(playerId, GameState.CREATED, null, PAGES_MAXIMUM)
                .thenCompose(open -> find(playerId, GameState.STARTED, null, PAGES_MAXIMUM)
                        .thenApply(running -> together(open, running)));
    }

    private CompletableFuture<Found> find(String playerId, GameState state, String after, int pages) {
        return games.list(after, pageSize, state.name()).thenCompose(page -> {
            boolean last = page.next() == null || pages == 1;
            Found here = new Found(idsOf(playerId, page), page.missing().isEmpty() && (page.next() == null || !last));
            return last
                    ? CompletableFuture.completedFuture(here)
                    : find(playerId, state, page.next(), pages - 1).thenApply(rest -> together(here, rest));
        });
    }

    private static List<String> idsOf(String playerId, GamesResponse page) {
        return page.games().stream()
                .filter(game -> game.participants().stream()
                        .anyMatch(participant -> participant.playerId().equals(playerId)))
                .map(GameResponse::gameId)
                .toList();
    }

    private static Found together(Found one, Found other) {
        Set<String> all = new LinkedHashSet<>(one.gameIds());
        all.addAll(other.gameIds());
        return new Found(List.copyOf(all), one.complete() && other.complete());
    }
}
