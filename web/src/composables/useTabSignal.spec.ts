import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import { useTabSignal } from './useTabSignal';

/** A tab, of which it is known whether somebody looks at it. */
class Tab extends EventTarget {
  title = 'Room';
  hidden = false;

  look(looks: boolean): void {
    this.hidden = !looks;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let scope: EffectScope;
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});

function open(text: string | null): { tab: Tab; signal: ReturnType<typeof ref<string | null>> } {
  const tab = new Tab();
  vi.stubGlobal('document', tab);
  const signal = ref<string | null>(text);
  scope = effectScope();
  scope.run(() => useTabSignal(signal));
  return { tab, signal };
}

describe('the title of a tab', () => {
  it('stays as it is while somebody looks', async () => {
    const { tab, signal } = open(null);
    signal.value = 'Your turn';
    await nextTick();
    expect(tab.title).toBe('Room');
  });

  it('says what is waited for while nobody looks, and is as before when somebody does', async () => {
    const { tab, signal } = open(null);
    tab.look(false);
    signal.value = 'Your turn';
    await nextTick();
    expect(tab.title).toBe('● Your turn');
    tab.look(true);
    expect(tab.title).toBe('Room');
    tab.look(false);
    expect(tab.title).toBe('● Your turn');
    signal.value = null;
    await nextTick();
    expect(tab.title).toBe('Room');
  });

  it('is nobody’s any more when the page is left', () => {
    const { tab } = open('Your turn');
    scope.stop();
    tab.look(false);
    expect(tab.title).toBe('Room');
  });

  it('is as before when the page is left while nobody looks, or what the next page says', () => {
    const { tab } = open('Your turn');
    tab.look(false);
    expect(tab.title).toBe('● Your turn');
    scope.stop();
    expect(tab.title).toBe('Room');

    const other = open('Your turn').tab;
    other.look(false);
    other.title = 'Lobby';
    scope.stop();
    expect(other.title).toBe('Lobby');
  });
});
