import type { HouseBot } from '../api/matches';
import { formats, type Language } from './format';

const en = {
  title: 'Open a match',
  open: 'Open it',
  opening: 'Opening…',
  seats: 'Seats',
  hint: 'You have one of the seats, and others join from the lobby. It starts when all seats are taken, or when the waiting is over and two are there. It does not count for the ranking.',
  waiting: 'Waits for',
  waits: (waitMs: number) => formats.en.span(waitMs),
  bots: 'Seats that are left',
  noBots: 'stay empty',
  kinds: { MIXED: 'bots of all kinds', MINER: 'miners', TRADER: 'traders', FIGHTER: 'fighters', EXPLORER: 'explorers' } as Record<HouseBot, string>,
  createTitle: 'Create a game',
  createNow: 'Create',
  participantLimit: 'Places for players',
  participantLimitHint: '1 to 100. Players join until it ends.',
};

const de: typeof en = {
  title: 'Einen Wettkampf eröffnen',
  open: 'Eröffnen',
  opening: 'Öffnet…',
  seats: 'Plätze',
  hint: 'Einer der Plätze gehört dir, andere kommen aus der Lobby dazu. Es geht los, wenn alle Plätze besetzt sind, oder wenn die Wartezeit um ist und zwei da sind. Für die Rangliste zählt es nicht.',
  waiting: 'Wartet',
  waits: (waitMs: number) => formats.de.span(waitMs),
  bots: 'Freie Plätze',
  noBots: 'bleiben leer',
  kinds: { MIXED: 'Bots aller Arten', MINER: 'Bergleute', TRADER: 'Händler', FIGHTER: 'Kämpfer', EXPLORER: 'Entdecker' },
  createTitle: 'Ein Spiel anlegen',
  createNow: 'Anlegen',
  participantLimit: 'Plätze für Spieler',
  participantLimitHint: '1 bis 100. Beitreten geht bis zum Ende.',
};

/** The texts of the dialogs in which matches are opened, which come with those. */
export const matchTexts: Readonly<Record<Language, typeof en>> = { en, de };
