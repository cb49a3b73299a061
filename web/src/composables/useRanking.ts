import { ranking } from '../api/client';
import { usePages } from './usePages';

const PAGE = 10;

/** The ranking across games, page after page. */
export function useRanking() {
  const { rows, ...pages } = usePages(
    (after?: number) => ranking(after === undefined ? { limit: PAGE } : { limit: PAGE, after }),
    (page) => page.players,
  );
  return { players: rows, ...pages };
}
