import type { ColumnProfile, TableProfile } from '../../statistics/contract.ts';
import type { Rule, RuleKind, RuleOf } from '../rule-contract.ts';
import type { NotAssessed } from '../verdict-contract.ts';
import type { Counted } from './plan.ts';
import type { Answered } from './run-statements.ts';

/** Rows that cannot be looked at any more, and what was counted of them while they were there. */
export interface Unseen {
  reason: NotAssessed;
  profile: TableProfile | null;
}

/** What the profile of a version tells of a rule to the row; where it does not, nobody knows without the rows. */
export function answerFromProfile(rule: Rule, { reason, profile }: Unseen, referenceRows?: number): Answered {
  const isOfAll = rule.where.length === 0 && (!('by' in rule) || rule.by === undefined);
  const counted = profile && isOfAll ? countedIn(profile, rule, referenceRows) : null;
  return counted ? { groups: [{ ...nothing, ...counted }] } : { reason };
}

const nothing: Counted = { group: null, rows: 0, failing: null, value: null, top: null, note: null };

function countedIn(profile: TableProfile, rule: Rule, referenceRows = -1): Partial<Counted> | null {
  const { rows, columns } = profile;
  if (rule.kind === 'row_count') return { rows, value: rows };
  if (rule.kind === 'row_count_change') return referenceRows < 0 ? null : { rows, value: referenceRows };
  const column = 'column' in rule ? columns.find(({ name }) => name === rule.column) : undefined;
  return column ? countedOf(column, rule) : null;
}

function countedOf(column: ColumnProfile, rule: Rule): Partial<Counted> | null {
  const { rows, nulls, finite } = column;
  if (rule.kind === 'not_null') return rule.alsoMissing ? null : { rows, failing: nulls };
  if (rule.kind === 'range') return isWithin(column, rule) ? { rows: finite, failing: 0 } : null;
  return ofValues[rule.kind]?.(column) ?? null;
}

const different = (column: ColumnProfile) => {
  const value = distinctOf(column);
  return value === null ? null : { rows: column.finite, value };
};

const ofValues: Readonly<Partial<Record<RuleKind, (column: ColumnProfile) => Partial<Counted> | null>>> = {
  null_share: ({ rows, nulls }) => ({ rows, failing: nulls }),
  // How many rows share a value is not known; that none does, is.
  unique: (column) => (distinctOf(column) === column.finite ? { rows: column.finite, failing: 0 } : null),
  distinct_count: different,
  distinct_share: different,
  not_constant: different,
};

/** NaN and infinities are values to a rule, and stand apart in a profile. */
const isPlain = ({ nan, plusInfinity, minusInfinity }: ColumnProfile): boolean =>
  nan + plusInfinity + minusInfinity === 0;

function distinctOf(column: ColumnProfile): number | null {
  const { distinct, finite } = column;
  if (!isPlain(column)) return null;
  if (finite === 0) return 0;
  return distinct.status === 'exact' ? distinct.value : null;
}

/** That every number lies between the bounds; which of them do not, only the rows tell. */
function isWithin(column: ColumnProfile, { min, max, exclusiveMin, exclusiveMax }: RuleOf<'range'>) {
  const [least, most] = [column.min, column.max];
  if (!isPlain(column)) return false;
  if (column.finite === 0) return true;
  if (least.status !== 'exact' || most.status !== 'exact') return false;
  const isAbove = min === undefined || isLess(min, least.value, exclusiveMin);
  return isAbove && (max === undefined || isLess(most.value, max, exclusiveMax));
}

function isLess(a: unknown, b: unknown, isStrict: boolean): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  return isStrict ? a < b : a <= b;
}
