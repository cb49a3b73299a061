package dungeon.schemas.topics;

import dungeon.schemas.Opponent;
import dungeon.schemas.Pace;

/** What can never be right with a search for an opponent, wherever it comes. */
public final class SearchForm {
    private SearchForm() {}

    /**
     * What is wrong with the bot that is to play if nobody comes.
     *
     * @param bot null for none
     * @return null if nothing is
     */
    public static String botFault(Pace pace, Opponent bot) {
        if (bot == null) {
            return null;
        }
        if (bot != Opponent.EASY_BOT && bot != Opponent.PERFECT_BOT) {
            return "must be EASY_BOT or PERFECT_BOT, or none";
        }
        return pace == Pace.SLOW ? "cannot be had at the pace SLOW: bots do not wait minutes for a move" : null;
    }
}
