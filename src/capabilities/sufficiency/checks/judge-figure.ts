import type {
  CheckFigure,
  CheckId,
  CheckOutcome,
  CheckUnit,
  CheckVerdict,
  FigureKey,
  MissingCode,
} from '../check-contract.ts';

interface Given {
  key: FigureKey;
  subject?: string | null;
  value: number;
  unit: CheckUnit;
  warnAt?: number;
  failAt?: number;
}

/** A figure that should not be under its limits. */
export const atLeast = (given: Given): CheckFigure => judged(given, 'at_least', (value, limit) => value < limit);
/** A figure that should not be above its limits. */
export const atMost = (given: Given): CheckFigure => judged(given, 'at_most', (value, limit) => value > limit);

/** A figure that is only told. */
export const told = (given: Omit<Given, 'warnAt' | 'failAt'>): CheckFigure => atLeast(given);

function judged(
  { key, subject = null, value, unit, warnAt, failAt }: Given,
  direction: CheckFigure['direction'],
  isBeyond: (value: number, limit: number) => boolean,
): CheckFigure {
  const fails = failAt !== undefined && isBeyond(value, failAt);
  const warns = warnAt !== undefined && isBeyond(value, warnAt);
  const verdict = fails ? 'fail' : warns ? 'warn' : 'pass';
  return { key, subject, value, unit, direction, warnAt: warnAt ?? null, failAt: failAt ?? null, verdict };
}

type Missing = CheckOutcome['missing'][number];
export const missing = (code: MissingCode, subject: string | null = null): Missing => ({ code, subject });

const severity: Record<CheckVerdict, number> = { fail: 0, warn: 1, not_assessed: 2, pass: 3 };
export const worstVerdict = (verdicts: readonly CheckVerdict[]): CheckVerdict =>
  verdicts.reduce<CheckVerdict>((worst, each) => (severity[each] < severity[worst] ? each : worst), 'pass');

/**
 * What a check comes to. What is missing makes it not assessed, unless what was measured is bad enough by itself; without
 * any figure nothing was looked at, which is never a pass.
 */
export function outcomeOf(
  check: CheckId,
  figures: readonly CheckFigure[],
  absent: readonly Missing[] = [],
): CheckOutcome {
  const isBlind = absent.length > 0 || figures.length === 0;
  const verdict = worstVerdict([...figures.map((each) => each.verdict), ...(isBlind ? ['not_assessed' as const] : [])]);
  const worstFirst = figures.toSorted((a, b) => severity[a.verdict] - severity[b.verdict]);
  return { check, verdict, figures: worstFirst, missing: [...absent] };
}

export const notAssessed = (check: CheckId, ...absent: readonly Missing[]): CheckOutcome =>
  outcomeOf(check, [], absent);
