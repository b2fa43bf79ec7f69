import type { Locale } from '../text/locale.ts';

export type InBoth = Readonly<Record<Locale, string>>;

/** How a value is written at the terminal or in a variable, and read from there. */
export interface Kind<T> {
  /** what stands for the value in help, as in `--port <number>`; null for a switch, which takes none */
  placeholder: string | null;
  /** may be given more than once; in a variable, separated by commas */
  many?: true;
  /** the only values there are */
  choices?: readonly string[];
  /** completion offers files or folders */
  completes?: 'file' | 'folder';
  /** the value, or null when the text is none */
  read(given: readonly string[], folder: string): T | null;
  /** completes the sentence "expected ..." */
  expected: InBoth;
}

/** What a default may follow from. */
export interface Known {
  home: string;
  env: NodeJS.ProcessEnv;
  dataFolder: string;
  publicUrl: string | null;
}

/** One thing a person can set at start: help, completion, documentation and reading all come from this. */
export interface Setting<T> {
  /** the long option, without dashes */
  option: string;
  kind: Kind<T>;
  /** a value that would do, for the sentence about a wrong one */
  example: string;
  /** said in help where nothing is given */
  fallbackShown: string;
  fallback(known: Known): T;
  help: InBoth;
  /** the value holds a password: sentences do not repeat it */
  secret?: true;
}

/** `--data` is also `PEIL_DATA`, `--base-path` is also `PEIL_BASE_PATH`. */
export function variableOf(setting: Pick<Setting<unknown>, 'option'>): string {
  return `PEIL_${setting.option.toUpperCase().replaceAll('-', '_')}`;
}
