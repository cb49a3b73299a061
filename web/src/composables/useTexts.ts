import { readonly, ref, shallowReactive } from 'vue';
import { formats, LANGUAGES, texts, type Format, type Language, type Texts } from '../texts';
import { readSetting, writeSetting } from './storage';

const SETTING = 'language';

const isLanguage = (value: string | null | undefined): value is Language => LANGUAGES.some((known) => known === value);

function firstLanguage(): Language {
  const remembered = readSetting(SETTING);
  if (isLanguage(remembered)) return remembered;
  const spoken = typeof navigator === 'undefined' ? [] : navigator.languages.map((tag) => tag.slice(0, 2));
  return spoken.find(isLanguage) ?? 'en';
}

const language = ref<Language>(firstLanguage());
const t: Texts = shallowReactive({ ...texts[language.value] });
const format: Format = shallowReactive({ ...formats[language.value] });

function announceLanguage(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language.value;
}

function setLanguage(chosen: Language): void {
  language.value = chosen;
  Object.assign(t, texts[chosen]);
  Object.assign(format, formats[chosen]);
  writeSetting(SETTING, chosen);
  announceLanguage();
}

announceLanguage();

/** The texts and formats of the chosen language; what reads them is drawn anew when another is chosen. */
export function useTexts() {
  return { t, format, language: readonly(language), setLanguage };
}
