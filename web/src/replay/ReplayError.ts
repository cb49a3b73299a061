export type ReplayErrorCode =
  | 'NOT_A_REPLAY'
  | 'NEWER_VERSION'
  | 'UNKNOWN_EVENT'
  | 'GAP'
  | 'MALFORMED'
  | 'EMPTY'
  | 'TOO_LARGE';

/** Why a file is no replay that this page can show. */
export class ReplayError extends Error {
  constructor(
    readonly code: ReplayErrorCode,
    /** What a sentence about it needs: a line, versions, a limit. */
    readonly values: Readonly<Record<string, number>> = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'ReplayError';
  }
}
