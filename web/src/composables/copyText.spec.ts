import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyText } from './copyText';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('copyText', () => {
  it('gives the clipboard the text', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    expect(await copyText('token')).toBe('copied');
    expect(writeText).toHaveBeenCalledExactlyOnceWith('token');
  });

  it('tells a refusal from a page that has no clipboard', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });
    expect(await copyText('token')).toBe('refused');
    vi.stubGlobal('navigator', {});
    expect(await copyText('token')).toBe('insecure');
  });
});
