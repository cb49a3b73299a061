import { shallowReadonly, shallowRef } from 'vue';
import { gitHubUrl } from '../api/client';

const signInUrl = shallowRef<string | null>(null);
let asked: Promise<void> | null = null;

/** Where the browser is sent to sign in with GitHub, or to be linked with it; null as long as the installation does not offer it. */
export function useGitHub() {
  asked ??= gitHubUrl().then(
    (url) => {
      signInUrl.value = url;
    },
    () => {
      // Asked again by the next part of the page that offers it.
      asked = null;
    },
  );
  return { signInUrl: shallowReadonly(signInUrl) };
}
