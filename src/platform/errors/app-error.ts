import type { Locale } from '../text/locale.ts';

/** What the caller can do about it, as a status of HTTP; the terminal turns it into an exit code. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 416 | 422 | 423 | 429 | 501 | 503;

/**
 * A caller's mistake, or a state that the caller must know of. Everything that is not an AppError is a bug.
 * Text is made at the edge, in the reader's language.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: ErrorStatus;
  readonly params: Readonly<Record<string, unknown>>;
  readonly text: (locale: Locale) => string;

  constructor(definition: {
    code: string;
    status: ErrorStatus;
    params: Readonly<Record<string, unknown>>;
    text: (locale: Locale) => string;
  }) {
    super(definition.text('en'));
    this.name = 'AppError';
    this.code = definition.code;
    this.status = definition.status;
    this.params = definition.params;
    this.text = definition.text;
  }
}
