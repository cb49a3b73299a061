import { clientOf, content } from './client';
import { fetchAsPage } from './csrf';
import type { components, paths } from './generated/ingest';

/** What a match that one opens for others is to be like. */
export type MatchWish = Omit<components['schemas']['NewMatch'], 'commandId'>;
export type HouseBot = NonNullable<MatchWish['bots']>;

const ingest = clientOf<paths>('/ingest', fetchAsPage);

/** Opens a match for others, in which who is signed in has a seat; the answer is its gameId. */
export async function openMatch(body: MatchWish): Promise<string> {
  const { gameId } = await content(ingest.POST('/matches', { body }));
  return gameId ?? '';
}
