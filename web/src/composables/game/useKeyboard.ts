import { onBeforeUnmount, onMounted } from 'vue';

/** What a key does, by `KeyboardEvent.key` in lower case; a space is "space", an arrow with Shift "shift+arrowleft". */
export type KeyBindings = Readonly<Record<string, () => void>>;

const TYPING = 'input, textarea, select, [contenteditable="true"], dialog';
/** Elements that use the space and the arrows themselves. */
const OWN_KEYS = 'button, a, summary, [role="slider"], [role="tab"]';
const USED_BY_ELEMENTS = new Set(['space', 'enter', 'arrowleft', 'arrowright', 'home', 'end']);

export function keyNameOf({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): string {
  const name = key === ' ' ? 'space' : key.toLowerCase();
  return shiftKey && name.startsWith('arrow') ? `shift+${name}` : name;
}

/** Keys of the whole page; what is typed into a field stays there, and a focused button keeps its space. */
export function useKeyboard(bindings: KeyBindings): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = keyNameOf(event);
    const run = bindings[name];
    const target = event.target instanceof Element ? event.target : null;
    if (!run || target?.closest(TYPING) || document.querySelector('dialog[open]')) return;
    if (USED_BY_ELEMENTS.has(name) && target?.closest(OWN_KEYS)) return;
    event.preventDefault();
    run();
  }

  onMounted(() => window.addEventListener('keydown', onKeydown));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown));
}
