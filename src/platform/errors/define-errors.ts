import type { Locale } from '../text/locale.ts';
import { AppError, type ErrorStatus } from './app-error.ts';

/** The sentence says what was given, what was expected and what to do next. */
export interface ErrorDefinition<P> {
  status: ErrorStatus;
  en: (params: P) => string;
  nl: (params: P) => string;
}

// oxlint-disable-next-line typescript/no-explicit-any -- the parameter type of each definition is inferred, not known here
type Definitions = Record<string, ErrorDefinition<any>>;
type Throwers<D extends Definitions> = {
  [K in keyof D]: (...params: Parameters<D[K]['en']>) => AppError;
} & { readonly table: readonly DefinedError[] };

/** One row of the error table, for documentation and `tidy.test.ts`. */
export interface DefinedError {
  code: string;
  status: ErrorStatus;
  texts: readonly Locale[];
  /** the sentence, for documentation */
  say: (locale: Locale, params: unknown) => string;
}

/**
 * The typed errors of one part: `errors.notFound({ id })` makes the AppError to throw. The code is `area.snake_case_key`.
 */
export function defineErrors<const D extends Definitions>(area: string, definitions: D): Throwers<D> {
  const table: DefinedError[] = [];
  const makers: Record<string, (params?: Record<string, unknown>) => AppError> = {};
  for (const [key, definition] of Object.entries(definitions)) {
    const code = `${area}.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    table.push({
      code,
      status: definition.status,
      texts: ['en', 'nl'],
      say: (locale, params) => definition[locale](params),
    });
    makers[key] = (params = {}) =>
      new AppError({ code, status: definition.status, params, text: (locale) => definition[locale](params) });
  }
  return Object.assign(makers, { table }) as unknown as Throwers<D>;
}
