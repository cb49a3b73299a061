/** `insecure`: the page did not come over TLS (nor from this machine), and then browsers give it no clipboard. */
export type CopyOutcome = 'copied' | 'refused' | 'insecure';

/** Copies to the clipboard and tells how that went. */
export async function copyText(text: string): Promise<CopyOutcome> {
  // The types say that every page has one.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return 'insecure';
  try {
    await clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}
