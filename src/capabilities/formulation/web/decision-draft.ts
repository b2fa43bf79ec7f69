import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import type { Locale } from '../../../platform/text/locale.ts';
import type { NamedPerson, Outcome, Redirect, Terms } from '../../decisions/contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';

export type ProblemRole = NamedPerson['role'];

export interface PersonDraft {
  name: string;
  role: ProblemRole;
  meaning: string;
}

/** A decision as it stands in the form. */
export interface DecisionDraft {
  outcome: Outcome | null;
  reasons: string;
  redirectKind: Redirect['kind'];
  redirectText: string;
  reviewDate: string;
  lessons: string;
  conditions: readonly ConditionDraft[];
  people: readonly PersonDraft[];
}

export interface ConditionDraft {
  /** tells it apart while it is typed */
  key: number;
  text: string;
  due: string;
  blocks: ConditionGiven['blocks'];
  /** empty: nobody was chosen */
  ownerId: string;
}

export type DecisionBody = Terms & {
  people: { userId?: string; name?: string; role: ProblemRole; meaning: string }[];
};
type ConditionGiven = NonNullable<Terms['conditions']>[number];

interface Reading {
  locale: Locale;
  idOf: (field: string) => string;
  /** people who sign in here, by name: they are named by their id */
  known: ReadonlyMap<string, string>;
}

/** What the form says as the contract wants it, or everything that is wrong with it. */
export function readDecision(draft: DecisionDraft, { locale, idOf, known }: Reading): DecisionBody | FieldProblem[] {
  const problems = problemsIn(draft, { locale, idOf });
  const { outcome } = draft;
  if (outcome === null || problems.length > 0) return problems;
  const meaning = decisionTexts[locale].meanings[outcome];
  return {
    outcome,
    reasons: draft.reasons.trim(),
    people: draft.people.map((person) => {
      const userId = known.get(person.name.trim());
      const who = userId === undefined ? { name: person.name.trim() } : { userId };
      return { ...who, role: person.role, meaning: person.meaning.trim() || meaning };
    }),
    ...only(outcome, draft),
  };
}

/** What goes with this outcome and no other. */
function only(outcome: Outcome, draft: DecisionDraft): Partial<Terms> {
  const lessons = draft.lessons.trim();
  if (outcome === 'no_go') {
    const redirect = { kind: draft.redirectKind, text: draft.redirectText.trim() };
    return { redirect, ...(lessons === '' ? {} : { lessons }) };
  }
  if (outcome === 'defer') return { reviewDate: draft.reviewDate };
  if (outcome !== 'conditional_go') return {};
  return {
    conditions: draft.conditions.map(({ text, due, blocks, ownerId }) => ({
      text: text.trim(),
      due,
      blocks,
      ...(ownerId === '' ? {} : { ownerId }),
    })),
  };
}

function problemsIn(draft: DecisionDraft, { locale, idOf }: Omit<Reading, 'known'>): FieldProblem[] {
  const t = decisionTexts[locale];
  const { outcome, reasons, redirectText, reviewDate, conditions, people } = draft;
  const unnamed = people.findIndex(({ name }) => name.trim() === '');
  const checks: [boolean, string, string][] = [
    [outcome === null, 'outcome', t.outcomeNeeded],
    [reasons.trim() === '', 'reasons', t.reasonsNeeded],
    [outcome === 'no_go' && redirectText.trim() === '', 'redirectText', t.redirectNeeded],
    [outcome === 'defer' && reviewDate === '', 'reviewDate', t.reviewNeeded],
    ...conditions.map(({ text, due }, index): [boolean, string, string] => [
      outcome === 'conditional_go' && (text.trim() === '' || due === ''),
      `condition-${index}`,
      gatePageTexts[locale].conditionNeeded,
    ]),
    [unnamed >= 0, `name-${unnamed}`, t.namesNeeded],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, field, message]) => ({ field: idOf(field), message }));
}
