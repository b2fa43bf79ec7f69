import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import type { Locale } from '../../../platform/text/locale.ts';
import type { NamedPerson, Outcome, Redirect } from '../../decisions/contract.ts';
import { decisionTexts } from './decision-texts.ts';

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
  people: readonly PersonDraft[];
}

export interface DecisionBody {
  outcome: Outcome;
  reasons: string;
  people: { userId?: string; name?: string; role: ProblemRole; meaning: string }[];
  redirect?: Redirect;
  reviewDate?: string;
}

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
    ...(outcome === 'no_go' ? { redirect: { kind: draft.redirectKind, text: draft.redirectText.trim() } } : {}),
    ...(outcome === 'defer' ? { reviewDate: draft.reviewDate } : {}),
  };
}

function problemsIn(draft: DecisionDraft, { locale, idOf }: Omit<Reading, 'known'>): FieldProblem[] {
  const t = decisionTexts[locale];
  const { outcome, reasons, redirectText, reviewDate, people } = draft;
  const unnamed = people.findIndex(({ name }) => name.trim() === '');
  const checks: [boolean, string, string][] = [
    [outcome === null, 'outcome', t.outcomeNeeded],
    [reasons.trim() === '', 'reasons', t.reasonsNeeded],
    [outcome === 'no_go' && redirectText.trim() === '', 'redirectText', t.redirectNeeded],
    [outcome === 'defer' && reviewDate === '', 'reviewDate', t.reviewNeeded],
    [unnamed >= 0, `name-${unnamed}`, t.namesNeeded],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, field, message]) => ({ field: idOf(field), message }));
}
