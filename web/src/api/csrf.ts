import { baseUrl } from './base';

const HEADER = 'X-XSRF-TOKEN';
const COOKIE = /(?:^|; )XSRF-TOKEN=([^;]*)/;

/** Only pages of this origin can read that cookie, so a request with its value is the page's own. */
function withHeader(request: Request): Request {
  const value = COOKIE.exec(document.cookie)?.[1];
  if (value !== undefined) request.headers.set(HEADER, value);
  return request;
}

async function lacksHeader(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await response.clone().json().catch(() => null)) as { code?: string } | null;
  return problem?.code === 'CSRF_TOKEN_MISSING';
}

/** Sends a request to the ingest with what shows that the page has sent it; if the browser has lost that, it is fetched anew. */
export async function fetchAsPage(request: Request): Promise<Response> {
  if (request.method === 'GET') return fetch(request);
  const again = request.clone();
  const response = await fetch(withHeader(request));
  if (!(await lacksHeader(response))) return response;
  await fetch(`${baseUrl()}/ingest/users/me`);
  return fetch(withHeader(again));
}
