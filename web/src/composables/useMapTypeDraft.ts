import { computed, ref, shallowRef, watch } from 'vue';
import { storeMapType } from '../api/client';
import { planOfDraft, type MapPlan } from '../game/mapType';
import { useRequest } from './useRequest';
import { useSession } from './useSession';

function parsed(text: string): { draft: unknown } | null {
  try {
    return { draft: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** A map type that is being written: its text, the last plan that could be drawn of it, and what the server says to it. */
export function useMapTypeDraft() {
  const { asPlayer } = useSession();
  const { isBusy, problem, run } = useRequest();
  const text = ref('');
  /** What the problem is about. */
  const sent = shallowRef<{ readonly text: string; readonly draft: unknown }>({ text: '', draft: null });
  const lastPlan = shallowRef<MapPlan | null>(null);

  const json = computed(() => parsed(text.value));
  const plan = computed(() => (json.value === null ? null : planOfDraft(json.value.draft)));

  watch(plan, (next) => {
    if (next !== null) lastPlan.value = next;
  });

  // Without places in the plan, nobody can tell what a change has mended.
  watch(text, () => {
    if (problem.value?.faults.length === 0) problem.value = null;
  });

  async function store(): Promise<string | undefined> {
    const written = json.value;
    if (written === null) return undefined;
    sent.value = { text: text.value, draft: written.draft };
    return run(() => asPlayer(() => storeMapType(written.draft)));
  }

  /** What the text says now; while it is no JSON, what it said when it was sent. */
  const draft = computed(() => json.value?.draft ?? sent.value.draft);

  return { text, sent, draft, lastPlan, isCurrent: computed(() => plan.value !== null), isJson: computed(() => json.value !== null), isBusy, problem, store };
}
