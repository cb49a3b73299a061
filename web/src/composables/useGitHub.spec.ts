import { beforeEach, describe, expect, it, vi } from 'vitest';

const { gitHubUrl } = vi.hoisted(() => ({ gitHubUrl: vi.fn<() => Promise<string | null>>() }));
vi.mock('../api/client', () => ({ gitHubUrl }));

async function load() {
  vi.resetModules();
  return (await import('./useGitHub')).useGitHub;
}

beforeEach(() => gitHubUrl.mockReset());

describe('useGitHub', () => {
  it('asks once for all parts of the page', async () => {
    gitHubUrl.mockResolvedValue('http://localhost/ingest/github');
    const useGitHub = await load();
    const one = useGitHub();
    const other = useGitHub();
    await vi.waitFor(() => expect(one.signInUrl.value).toBe('http://localhost/ingest/github'));
    expect(other.signInUrl.value).toBe('http://localhost/ingest/github');
    expect(gitHubUrl).toHaveBeenCalledTimes(1);
  });

  it('asks again after a failure, and offers nothing until then', async () => {
    gitHubUrl.mockRejectedValueOnce(new Error('away')).mockResolvedValue('http://localhost/ingest/github');
    const useGitHub = await load();
    const { signInUrl } = useGitHub();
    await vi.waitFor(() => {
      useGitHub();
      expect(gitHubUrl).toHaveBeenCalledTimes(2);
    });
    await vi.waitFor(() => expect(signInUrl.value).toBe('http://localhost/ingest/github'));
  });
});
