import * as analysis from './analysis';
import * as common from './common';
import type { Language } from './format';
import * as game from './game';
import * as gameDe from './gameDe';
import * as lobby from './lobby';
import * as mapTypes from './mapTypes';
import * as problems from './problems';

export { clock, formats, momentMs } from './format';
export type { Format, Language, Moment } from './format';

export const LANGUAGES: readonly Language[] = ['en', 'de'];

const en = {
  common: common.en,
  problems: problems.en,
  lobby: lobby.en,
  mapTypes: mapTypes.en,
  analysis: analysis.en,
  game: game.en,
};

export type Texts = typeof en;

const de: Texts = {
  common: common.de,
  problems: problems.de,
  lobby: lobby.de,
  mapTypes: mapTypes.de,
  analysis: analysis.de,
  game: gameDe.de,
};

export const texts: Readonly<Record<Language, Texts>> = { en, de };
