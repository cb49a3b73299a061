/**
 * The address of a feed.
 *
 * @param base where the services are, without a slash at its end
 */
export function feedUrl(base: string, path: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(`${base}${path}`);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = new URLSearchParams(query).toString();
  return url.href;
}
