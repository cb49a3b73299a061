package dungeon.queries;

import dungeon.queries.robots.RobotsView;
import dungeon.queries.tictactoe.TicTacToeView;
import dungeon.queries.views.View;
import java.util.List;

/** All views that an instance has. */
public final class Views {
    public static final List<View<?>> ALL = List.of(RobotsView.VIEW, TicTacToeView.VIEW);

    private Views() {}
}
