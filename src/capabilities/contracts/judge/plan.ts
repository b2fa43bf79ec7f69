import type { Rule } from '../rule-contract.ts';
import type { NotAssessed } from '../verdict-contract.ts';
import { compileConditions } from './compile-condition.ts';
import { columnOf, NotAssessable, type Relation } from './relation.ts';
import { every, quoted, surely } from './sql-text.ts';

export interface Planning {
  data: Relation;
  /** what the rule compares with; null where there is nothing, 'elsewhere' where its rows are not here */
  reference: Relation | 'elsewhere' | null;
  /** epoch milliseconds: how old something is, is said of this moment */
  now: number;
  /** columns with personal data */
  personal: ReadonlySet<string>;
}

/** What SQL answers of one group of rows. */
export interface Counted {
  group: string | null;
  rows: number;
  failing: number | null;
  value: number | null;
  /** how often the most common value stands */
  top: number | null;
  note: string | null;
}

/** What a rule makes of that; unless told the share of rows that keep it, or the value as it is. */
export type Reading = (counted: Counted) => {
  failing?: number | null;
  value: number | null;
  found?: string[];
  reason?: NotAssessed;
};

/** Aggregates over the rows of the relation. */
export interface Aggregates {
  rows: string;
  failing?: string;
  value?: string;
  note?: string;
}

export type Plan =
  /** known from the columns alone */
  | { kind: 'known'; isKept: boolean; rows: number; value: number; found: string[] }
  /** shares one pass over the rows with every other rule that is judged per the same group */
  | { kind: 'scan' | 'question'; aggregates: Aggregates; group: string | null; read?: Reading; broken: string | null }
  /** a SELECT of its own, of `grp, n_rows, failing, value, top, note`; the same one is asked once */
  | { kind: 'own'; select: string; read?: Reading; broken: string | null };

/** The other data; its columns are missed by another name. */
export function referenceOf(planning: Planning): Relation {
  const { reference } = planning;
  if (reference === null) throw new NotAssessable('no_reference');
  if (reference === 'elsewhere') throw new NotAssessable('reference_elsewhere');
  return reference;
}

export const countOf = (condition: string): string => `count(*) filter (where ${condition})`;

/** The column that a rule is judged by, as text. */
export function groupOf(rule: Rule, { data }: Planning): string | null {
  if (!('by' in rule) || rule.by === undefined) return null;
  return `${quoted(columnOf(data, rule.by).name)}::varchar`;
}

/** The rows that a rule looks at, and which of them break it, in the shared pass. */
export function planOfRows(
  rule: Rule,
  planning: Planning,
  { looks, breaks }: { looks: readonly string[]; breaks: string },
): Plan {
  const looked = every([...compileConditions(rule.where, planning.data), ...looks]);
  const broken = `${looked} and ${surely(breaks)}`;
  const aggregates = { rows: countOf(looked), failing: countOf(broken) };
  return { kind: 'scan', aggregates, group: groupOf(rule, planning), broken };
}

/** One figure over the rows that a rule looks at, in the shared pass. */
export function planOfFigure(
  rule: Rule,
  planning: Planning,
  { looks, value, read }: { looks: readonly string[]; value: string; read?: Reading },
): Plan {
  const looked = every([...compileConditions(rule.where, planning.data), ...looks]);
  const aggregates = { rows: countOf(looked), value: `(${value} filter (where ${looked}))::double` };
  const group = groupOf(rule, planning);
  return { kind: 'scan', aggregates, group, broken: null, ...(read ? { read } : {}) };
}
