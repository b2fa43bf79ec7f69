import type { Locale } from '../../platform/text/locale.ts';

export type InBoth = Readonly<Record<Locale, string>>;

/** One answer that can be chosen, and where it leads: to another question, or to the end of the tree. */
export interface Choice<Leaf extends string> {
  id: string;
  text: InBoth;
  /** article of the law that this answer stands for */
  article?: string;
  /** heading under which it is shown */
  group?: InBoth;
  /** without reasons this answer does not count: the law wants them documented */
  needsReason?: true;
  to: { question: string } | { leaf: Leaf };
}

export interface Question<Leaf extends string> {
  id: string;
  text: InBoth;
  hint: InBoth;
  article: string;
  choices: readonly Choice<Leaf>[];
}

/** The first question is where everybody begins. */
export interface DecisionTree<Leaf extends string> {
  /** year-month-day of the law as it is written here */
  asOf: string;
  source: InBoth;
  questions: readonly Question<Leaf>[];
}

/** What somebody answered, and why. */
export interface Given {
  choice: string;
  reason: string;
}
export type Answers = Readonly<Record<string, Given>>;
