/** Where the services are: beside the page, wherever it stands. Ends without a slash. */
export function baseUrl(): string {
  const page = typeof location === 'undefined' ? 'http://localhost/' : location.href;
  return new URL('.', page.split('#')[0]).href.replace(/\/$/, '');
}
