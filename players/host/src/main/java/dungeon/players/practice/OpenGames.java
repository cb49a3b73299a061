package dungeon.players.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The practice games and matches that want bots, by what the lobby tells. For one thread. */
final class OpenGames {
    private final Turn turn;
    private final Map<String, Wanting> wanting = new LinkedHashMap<>();
    private final Map<String, Boolean> settled = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > PracticeLimits.SETTLED_GAMES_MAXIMUM;
        }
    };

    private static final class Wanting {
        private final BotWish wish;
        /** The list tells of some who join, and the feed again. */
        private final Set<String> strangers = new HashSet<>();

        Wanting(BotWish wish) {
            this.wish = wish;
        }

        private boolean hasPeople() {
            return wish.hasPeople(strangers.size());
        }
    }

    OpenGames(Turn turn) {
        this.turn = turn;
    }

    /** Forgets who wants bots: what has become of them was not told for a while, and the next list tells it. */
    void begin() {
        wanting.clear();
    }

    /** Takes in an event of the lobby's feed. */
    void learn(JsonNode event) {
        String gameId = event.path("gameId").asText();
        switch (event.path("type").asText()) {
            case "GameCreated" -> add(gameId, event);
            case "PlayerJoined" -> {
                Wanting game = wanting.get(gameId);
                if (game != null) {
                    join(gameId, game, event);
                }
            }
            case "GameEnded", "GamePurged" -> settle(gameId);
            default -> {
                // Tells nothing of who is missing.
            }
        }
    }

    /** Takes in a game of the list of those that are not over. */
    void found(JsonNode game) {
        String gameId = game.path("gameId").asText();
        if (!wanting.containsKey(gameId)) {
            add(gameId, game);
            Wanting fresh = wanting.get(gameId);
            for (JsonNode participant : game.path("participants")) {
                if (fresh != null && wanting.containsKey(gameId)) {
                    join(gameId, fresh, participant);
                }
            }
        }
    }

    /** A game wants nobody from here any more. */
    void settle(String gameId) {
        wanting.remove(gameId);
        settled.put(gameId, true);
    }

    /** A game wants bots after all, because it could not be taken; not before the next list tells so. */
    void release(String gameId) {
        settled.remove(gameId);
    }

    /**
     * Takes out the games for which it is the turn of this instance.
     *
     * @param nowMs in ms since 1970
     * @param room how many at most
     * @param matches how many of them may be matches
     */
    List<BotWish> due(long nowMs, int room, int matches) {
        settleOver(nowMs);
        List<BotWish> due = new ArrayList<>();
        int matchesLeft = matches;
        Iterator<Wanting> games = wanting.values().iterator();
        while (games.hasNext() && due.size() < room) {
            Wanting game = games.next();
            BotWish wish = game.wish;
            boolean hasRoom = !wish.isMatch() || matchesLeft > 0;
            if (hasRoom && game.hasPeople() && wish.isDue(turn, nowMs)) {
                games.remove();
                settled.put(wish.gameId(), true);
                due.add(wish);
                matchesLeft -= wish.isMatch() ? 1 : 0;
            }
        }
        return due;
    }

    /** How many want bots now, and not only later. */
    int waiting(long nowMs) {
        return (int) wanting.values().stream()
                .filter(game -> game.wish.fromMs() <= nowMs && game.hasPeople())
                .count();
    }

    int size() {
        return wanting.size();
    }

    /** The list tells of them for as long as they run. */
    private void settleOver(long nowMs) {
        List<String> over = wanting.values().stream()
                .map(game -> game.wish)
                .filter(wish -> wish.isOver(nowMs))
                .map(BotWish::gameId)
                .toList();
        over.forEach(this::settle);
    }

    private void add(String gameId, JsonNode game) {
        BotWish wish = BotWish.of(gameId, game);
        if (wish != null && !settled.containsKey(gameId) && wanting.size() < PracticeLimits.OPEN_GAMES_MAXIMUM) {
            wanting.putIfAbsent(gameId, new Wanting(wish));
        }
    }

    /** With the first bot another instance has it, and without places it wants nobody. */
    private void join(String gameId, Wanting game, JsonNode player) {
        String playerId = player.path("playerId").asText();
        if (playerId.equals(game.wish.owner())) {
            return;
        }
        game.strangers.add(playerId);
        if (HouseNames.isBot(player, game.wish.owner()) || game.strangers.size() >= game.wish.places()) {
            settle(gameId);
        }
    }
}
