import type { Language } from './format';

/** The outcomes of a login that did what was wanted; the others are reasons why not. */
export const SIGNED_IN = 'signed-in';
export const UNLINKED = 'unlinked';

const en = {
  tokenOutcomes: {
    copied: 'Token copied. Give it to your program as DUNGEON_TOKEN; whoever has it plays as you.',
    refused: 'The browser does not let the page copy. The token is selected below: copy it with Ctrl+C, or ⌘C on a Mac.',
    insecure: 'Browsers let a page copy only if it came over https, and this one did not. The token is selected below: copy it with Ctrl+C, or ⌘C on a Mac.',
  },
  signOut: 'Sign out',
  signOutTitle: 'Sign out?',
  signOutWarning: 'A guest without a token does not come back: name and games stay, but nobody can play as this guest again. Copy a token first if you want to. Tokens that your programs have go on to hold.',
  signOutUnlinked:
    'If you are a guest without a link, you do not come back: name and games stay, but nobody can play as this guest again. Link with GitHub first, or copy a token. Tokens that your programs have go on to hold.',
  signedInAdministrator: 'You are an administrator for an hour. To play, sign in as a player again.',
  signOutAdministrator: 'As an administrator you sign in again as you did before.',
  tokenTitle: 'Sign in with a token',
  tokenHint: 'The token of a player that you registered, or the administrator’s, with which the browser is signed in for an hour. The page does not keep it.',
  token: 'Token',
  tokenRefused: 'This is no token that still holds. Copy all of it, three parts with dots between, and try again.',
};

const de: typeof en = {
  tokenOutcomes: {
    copied: 'Token kopiert. Gib es deinem Programm als DUNGEON_TOKEN; wer es hat, spielt als du.',
    refused: 'Der Browser lässt die Seite nicht kopieren. Das Token ist unten markiert: Kopiere es mit Strg+C, am Mac mit ⌘C.',
    insecure: 'Browser lassen eine Seite nur kopieren, wenn sie über https kam, und diese kam ohne. Das Token ist unten markiert: Kopiere es mit Strg+C, am Mac mit ⌘C.',
  },
  signOut: 'Abmelden',
  signOutTitle: 'Abmelden?',
  signOutWarning:
    'Ein Gast ohne Token kommt nicht wieder: Name und Spiele bleiben, aber niemand kann mehr als dieser Gast spielen. Kopiere vorher ein Token, wenn du das willst. Tokens, die deine Programme haben, gelten weiter.',
  signOutUnlinked:
    'Als Gast ohne Verknüpfung kommst du nicht wieder: Name und Spiele bleiben, aber niemand kann mehr als dieser Gast spielen. Verknüpfe dich vorher mit GitHub, oder kopiere ein Token. Tokens, die deine Programme haben, gelten weiter.',
  signedInAdministrator: 'Du bist eine Stunde lang Administrator. Um zu spielen, melde dich wieder als Spieler an.',
  signOutAdministrator: 'Als Administrator meldest du dich wieder an wie zuvor.',
  tokenTitle: 'Mit einem Token anmelden',
  tokenHint: 'Das Token eines Spielers, den du registriert hast, oder das des Administrators, mit dem der Browser eine Stunde angemeldet ist. Die Seite behält es nicht.',
  token: 'Token',
  tokenRefused: 'Das ist kein Token, das noch gilt. Kopiere es ganz, drei Teile mit Punkten dazwischen, und versuche es noch einmal.',
};

/** What the dialogs of the account say; loaded with them. */
export const accountTexts: Readonly<Record<Language, typeof en>> = { en, de };

type OutcomeTexts = Readonly<Record<string, (name: string) => string>>;

/** What came of a login elsewhere, by what the server calls it. */
export const loginOutcomes: Readonly<Record<Language, OutcomeTexts>> = {
  en: {
    [SIGNED_IN]: (name) => `You are signed in as ${name}. The same GitHub account brings you back to this player on any device.`,
    [UNLINKED]: () => 'The link with GitHub has ended. Player and games stay, but the account does not sign in as this player any more.',
    'not-linked': () => 'This GitHub account is linked with no player, so there was nothing to unlink.',
    banned: () => 'This player has been banned. Ask whoever runs this installation why, and until when.',
    'not-administrator': () => 'The settings of this installation do not name this GitHub account as an administrator’s, so nothing has changed.',
    denied: () => 'GitHub was not allowed to say who you are, so nothing has changed. Try again if you want to sign in.',
    expired: () => 'Signing in took too long, or had begun in another browser. Try again.',
    away: () => 'GitHub or the server did not answer. Try again in a moment.',
    busy: () => 'Too many sign in at this moment. Try again in a minute.',
  },
  de: {
    [SIGNED_IN]: (name) => `Du bist angemeldet als ${name}. Dasselbe GitHub-Konto bringt dich auf jedem Gerät zu diesem Spieler zurück.`,
    [UNLINKED]: () => 'Die Verknüpfung mit GitHub ist gelöst. Spieler und Spiele bleiben, aber mit dem Konto meldet man sich nicht mehr als dieser Spieler an.',
    'not-linked': () => 'Dieses GitHub-Konto ist mit keinem Spieler verknüpft, es gab also nichts zu lösen.',
    banned: () => 'Dieser Spieler ist gesperrt. Frage den Betreiber, warum und wie lange.',
    'not-administrator': () => 'Die Einstellungen dieser Installation nennen dieses GitHub-Konto nicht als das eines Administrators, darum hat sich nichts geändert.',
    denied: () => 'GitHub durfte nicht sagen, wer du bist, darum hat sich nichts geändert. Versuche es noch einmal, wenn du dich anmelden willst.',
    expired: () => 'Die Anmeldung hat zu lange gedauert oder in einem anderen Browser begonnen. Versuche es noch einmal.',
    away: () => 'GitHub oder der Server hat nicht geantwortet. Versuche es gleich noch einmal.',
    busy: () => 'Gerade melden sich zu viele an. Versuche es in einer Minute noch einmal.',
  },
};
