import type { Rule, RuleOf } from '../rule-contract.ts';
import type { NotAssessed, Verdict } from '../verdict-contract.ts';
import type { Counted, Reading } from './plan.ts';

/** One rule on one group of rows. */
export interface Judged {
  group: string | null;
  verdict: Verdict;
  reason: NotAssessed | null;
  rows: number;
  failing: number | null;
  value: number | null;
  found: string[];
}

const byShare: Reading = ({ rows, failing, value }) => ({ value: failing === null ? value : (rows - failing) / rows });

/** Rules that say something of no rows at all. */
const ofNothing: readonly Rule['kind'][] = ['row_count', 'row_count_change'];

/** The verdict on what was counted: never a pass where there was nothing to look at. */
export function judgeCounted(rule: Rule, counted: Counted, read: Reading = byShare): Judged {
  const { group, rows } = counted;
  const none = { group, rows, failing: null, value: null, found: [] };
  if (rows === 0 && !ofNothing.includes(rule.kind))
    return notAssessed(none, { code: 'no_rows', column: null, detail: null });
  const reading = read(counted);
  const { failing = counted.failing, value, found = [] } = reading;
  if (reading.reason) return notAssessed({ ...none, found }, reading.reason);
  const measured = { group, rows, failing, value, found };
  if (value === null || !Number.isFinite(value))
    return notAssessed({ ...measured, value: null }, { code: 'not_computable', column: null, detail: null });
  return { ...measured, verdict: verdictOf(rule, { value, rows, failing, found }), reason: null };
}

function notAssessed(measured: Omit<Judged, 'verdict' | 'reason'>, reason: NotAssessed): Judged {
  return { ...measured, verdict: 'not_assessed', reason };
}

interface Measured {
  value: number;
  rows: number;
  failing: number | null;
  found: readonly string[];
}

function verdictOf(rule: Rule, measured: Measured): Verdict {
  if (isBroken(rule, measured)) return rule.severity;
  return isNear(rule, measured) ? 'warn' : 'pass';
}

/** So little beside the rows that it is the rounding of a share, such as 0.995 of 1,000 rows. */
const rounding = 1e-9;
const tooMany = ({ failing, rows }: Measured, mostly: number): boolean =>
  (failing ?? 0) > rows * (1 - mostly) + rows * rounding * 1e-3 + rounding;

function isBroken(rule: Rule, measured: Measured): boolean {
  const { value, found } = measured;
  if ('mostly' in rule)
    return rule.mostFailing === undefined ? tooMany(measured, rule.mostly) : (measured.failing ?? 0) > rule.mostFailing;
  if (rule.kind === 'not_constant') return value < 2;
  if (rule.kind === 'most_common') {
    const isAccepted = !rule.values || rule.values.some((each) => String(each) === found[0]);
    return !isAccepted || isOutside(value, { max: rule.max });
  }
  return rule.kind === 'correlation' ? isBrokenCorrelation(rule, measured) : isOutside(value, rule as Bounds);
}

function isBrokenCorrelation({ max, maxChange }: RuleOf<'correlation'>, { value, found }: Measured): boolean {
  const change = maxChange === undefined ? 0 : Math.abs(value - Number(found[0]));
  return isOutside(Math.abs(value), { max }) || change > (maxChange ?? 2) + rounding;
}

function isNear(rule: Rule, measured: Measured): boolean {
  if ('mostly' in rule) return rule.warnMostly !== undefined && tooMany(measured, rule.warnMostly);
  const { warnMin, warnMax } = rule as { warnMin?: number; warnMax?: number };
  const value = rule.kind === 'correlation' ? Math.abs(measured.value) : measured.value;
  return isOutside(value, { min: warnMin, max: warnMax });
}

interface Bounds {
  min?: number | undefined;
  max?: number | undefined;
}

const isOutside = (value: number, { min, max }: Bounds): boolean =>
  (min !== undefined && value < min) || (max !== undefined && value > max);

const order: readonly Verdict[] = ['fail', 'warn', 'not_assessed', 'pass'];

/** The worst first; within one verdict those in which most rows break it. */
export function worstFirst(a: Judged, b: Judged): number {
  return order.indexOf(a.verdict) - order.indexOf(b.verdict) || (b.failing ?? 0) - (a.failing ?? 0);
}
