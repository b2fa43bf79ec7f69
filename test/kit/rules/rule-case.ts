import type { RuleKind } from '../../../src/capabilities/contracts/contract.ts';

/** A rule on data, and what comes of it. */
export interface RuleCase {
  title: string;
  /** SELECTs that make the data */
  data: string;
  reference?: string;
  rule: { kind: RuleKind } & Record<string, unknown>;
  expected: Partial<{
    verdict: string;
    rows: number;
    failing: number | null;
    value: unknown;
    reason: string | null;
    found: string[];
  }>;
}

type Row = readonly [title: string, data: string, rule: object, expected: RuleCase['expected'], reference?: string];

export function caseOf(kind: RuleKind, rule: object, rows: readonly Row[]): RuleCase[] {
  return rows.map(([title, data, more, expected, reference]) => ({
    title,
    data,
    rule: { kind, ...rule, ...more },
    expected,
    ...(reference === undefined ? {} : { reference }),
  }));
}
