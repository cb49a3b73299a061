package dungeon.analytics;

import dungeon.schemas.Lot;
import dungeon.schemas.Standing;
import dungeon.schemas.analytics.PlayerActivity;
import dungeon.schemas.analytics.PlayerDay;
import dungeon.schemas.analytics.PlayerKills;
import dungeon.schemas.analytics.ResourceSales;

/** What one event adds to the figures, and how figures are added up. */
final class Figures {
    private Figures() {}

    /** One lot; an empty one has no price. */
    static ResourceSales of(Lot lot) {
        long price = lot.getRevenue() / lot.getUnits();
        return new ResourceSales(lot.getResource(), 1L, (long) lot.getUnits(), lot.getRevenue(), price, price);
    }

    static ResourceSales sum(ResourceSales one, ResourceSales other) {
        return new ResourceSales(
                one.getResource(),
                one.getSales() + other.getSales(),
                one.getUnits() + other.getUnits(),
                one.getRevenue() + other.getRevenue(),
                Math.min(one.getMinPrice(), other.getMinPrice()),
                Math.max(one.getMaxPrice(), other.getMaxPrice()));
    }

    static PlayerKills sum(PlayerKills one, PlayerKills other) {
        return new PlayerKills(one.getPlayerId(), one.getKills() + other.getKills());
    }

    static PlayerActivity sum(PlayerActivity one, PlayerActivity other) {
        return new PlayerActivity(
                one.getPlayerId(), one.getEvents() + other.getEvents(), one.getInVain() + other.getInVain());
    }

    static PlayerDay of(Standing standing) {
        return new PlayerDay(
                standing.getPlayerId(), null, 1L, standing.getRank() == 1 ? 1L : 0L, (long) standing.getTotal());
    }

    /** The name is the last that was known. */
    static PlayerDay sum(PlayerDay one, PlayerDay other) {
        return new PlayerDay(
                one.getPlayerId(),
                other.getPlayerName() == null ? one.getPlayerName() : other.getPlayerName(),
                one.getGames() + other.getGames(),
                one.getWins() + other.getWins(),
                one.getPoints() + other.getPoints());
    }
}
