import type { Locale } from './locale.ts';

type Text = string | ((params: never) => string);
/** The same keys with the same parameters: what English takes, Dutch takes. */
type SameShape<T> = {
  [K in keyof T]: T[K] extends (params: infer P) => string
    ? (params: P) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>;
};

export interface TextTree {
  [key: string]: Text | TextTree;
}

/**
 * Page texts of one place in both languages, side by side. A missing or surplus Dutch sentence does not compile.
 * @returns the texts by locale: `texts[locale].title`.
 */
export function defineTexts<const T extends TextTree>(english: T, dutch: SameShape<T>): Record<Locale, SameShape<T>> {
  return { en: english as unknown as SameShape<T>, nl: dutch };
}
