import type { Locale } from '../platform/text/locale.ts';
import type { Terminal } from '../server/commands/terminal.ts';

export type Said = Readonly<Record<Locale, string>>;

export interface ArgumentSpec {
  /** as in help: `problem-id` */
  name: string;
  help: Said;
  completes?: 'file' | 'folder';
  choices?: readonly string[];
  /** the last of them, one or more */
  many?: true;
}

export interface OptionSpec {
  /** without dashes */
  name: string;
  /** as in help: `<number>`; null for a switch */
  placeholder: string | null;
  help: Said;
  many?: boolean;
  required?: boolean;
  choices?: readonly string[];
  completes?: 'file' | 'folder';
  /** the variable that is read where the option is not given */
  variable?: string;
  /** what holds where nothing is given */
  fallback?: string;
}

/** What was given: arguments in order, options by name; a switch that is on is `['yes']`. */
export interface Given {
  arguments: readonly string[];
  options: Readonly<Record<string, readonly string[] | undefined>>;
}

/** One command of `peil`, as data: the parser, help, completion and the guide are made from it. */
export interface CommandSpec {
  words: readonly string[];
  summary: Said;
  arguments: readonly ArgumentSpec[];
  options: readonly OptionSpec[];
  /** @returns the exit code */
  run(given: Given, terminal: Terminal): Promise<number>;
}

/** A text that is the same in both languages: names, and what the contract says. */
export const same = (text: string): Said => ({ en: text, nl: text });
