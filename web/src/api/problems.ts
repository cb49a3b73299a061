import type { components } from './generated/queries';

export interface Fault {
  /** JSON pointer to the place at fault. */
  readonly pointer: string;
  readonly problem: string;
}

export interface ProblemFacts {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly retryAfterMs?: number | undefined;
  readonly faults?: readonly Fault[] | undefined;
  /** How many faults there are, if `faults` are not all. */
  readonly faultCount?: number | undefined;
  /** The game that it is about. */
  readonly gameId?: string | undefined;
  /** What else belongs to it, by name. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

/** Why a request failed. All that the functions of `api/` ever throw, but for an abort that the caller asked for. */
export class Problem extends Error implements ProblemFacts {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly retryAfterMs: number | undefined;
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  readonly gameId: string | undefined;
  readonly details: Readonly<Record<string, string>>;

  constructor(facts: ProblemFacts) {
    super(`${facts.code}: ${facts.detail}`);
    this.name = 'Problem';
    this.code = facts.code;
    this.status = facts.status;
    this.detail = facts.detail;
    this.retryAfterMs = facts.retryAfterMs;
    this.faults = facts.faults ?? [];
    this.faultCount = facts.faultCount ?? this.faults.length;
    this.gameId = facts.gameId;
    this.details = facts.details ?? {};
  }
}

/** The server could not be reached. Its status is 0. */
export const NOT_REACHED = 'NOT_REACHED';
/** An answer that is no problem+json: something between us and the server gave it. */
export const UNEXPECTED_ANSWER = 'UNEXPECTED_ANSWER';
/** The server took it, and no event has told what came of it. Its status is 0. */
export const NO_OUTCOME = 'NO_OUTCOME';
/** Nobody is signed in, or the server does not believe it any more. */
export const UNAUTHENTICATED = 'UNAUTHENTICATED';
/** The page itself failed. */
export const PAGE_FAILED = 'PAGE_FAILED';

type Body = Partial<components['schemas']['Problem']> & Pick<ProblemFacts, 'details'>;

function retryAfterMs(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return Number.isNaN(seconds) ? undefined : seconds * 1_000;
}

/** The problem that an answer with an error status tells of; `body` is its content as far as it was JSON. */
export function problemOfResponse(response: Response, body: unknown): Problem {
  const facts: Body = typeof body === 'object' && body !== null ? body : {};
  return new Problem({
    code: facts.code ?? UNEXPECTED_ANSWER,
    status: response.status,
    detail: facts.detail ?? `${response.status} ${response.statusText}`.trim(),
    retryAfterMs: retryAfterMs(response),
    faults: facts.faults?.map((fault) => ({ pointer: fault.pointer ?? '', problem: fault.problem ?? '' })),
    faultCount: facts.faultCount,
    gameId: facts.gameId,
    details: facts.details,
  });
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `fetch` failed, so there is no answer. */
export function notReached(error: unknown): Problem {
  return new Problem({ code: NOT_REACHED, status: 0, detail: messageOf(error) });
}

/** Whatever was thrown, as a problem. */
export function toProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ code: PAGE_FAILED, status: 0, detail: messageOf(error) });
}

/** Whether the installation lacks a part, such as the history, rather than failing at it. */
export function isAbsentPart(problem: Problem): boolean {
  return problem.status === 404 && problem.code === 'UNKNOWN_ROUTE';
}
