import { computed, readonly, ref } from 'vue';
import { readSetting, writeSetting } from './storage';

export type ThemeChoice = 'system' | 'light' | 'dark';
export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const SETTING = 'theme';
const remembered = readSetting(SETTING);
const choice = ref<ThemeChoice>(remembered === 'light' || remembered === 'dark' ? remembered : 'system');
const systemQuery = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: light)');
const systemIsLight = ref(systemQuery?.matches ?? false);
const theme = computed<'light' | 'dark'>(() => (choice.value === 'system' ? (systemIsLight.value ? 'light' : 'dark') : choice.value));

function apply(): void {
  if (typeof document !== 'undefined') document.documentElement.dataset['theme'] = theme.value;
}

systemQuery?.addEventListener('change', (change) => {
  systemIsLight.value = change.matches;
  apply();
});

function setTheme(chosen: ThemeChoice): void {
  choice.value = chosen;
  writeSetting(SETTING, chosen === 'system' ? null : chosen);
  apply();
}

apply();

/** Dark unless the system or the viewer wants light; `public/theme.js` says the same before anything is drawn. */
export function useTheme() {
  return { choice: readonly(choice), theme, setTheme };
}
