import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { Rule } from '../rule-contract.ts';
import type { NotAssessed, RuleResult } from '../verdict-contract.ts';
import { answerFromProfile, type Unseen } from './answer-from-profile.ts';
import type { Column } from './column-class.ts';
import { judgeCounted, type Judged, worstFirst } from './judge-counted.ts';
import type { Plan, Planning } from './plan.ts';
import type { Relation } from './relation.ts';
import { planRule } from './plan-rule.ts';
import { type Answered, type Asking, runOwn, runScan, type Scan } from './run-statements.ts';
import { hidden, sampleRows } from './sample-rows.ts';
import { filesLiteral } from './sql-text.ts';

/** A version of a data set, as its rows lie in Parquet. */
export interface JudgedData {
  /** empty where the rows are elsewhere */
  parquet: readonly string[];
  columns: readonly Column[];
  rows?: number;
}

export interface Judging {
  analytics: Analytics;
  data: JudgedData;
  rules: readonly Rule[];
  /** by the id of the rule: what it compares with */
  references?: ReadonlyMap<string, JudgedData>;
  /** columns with personal data: their values are in no result */
  personal?: readonly string[];
  /** columns by which a row is known, shown in samples */
  keys?: readonly string[];
  /** the rows cannot be looked at: rules are then judged from the columns, and from what was counted before */
  unseen?: Unseen;
  /** epoch milliseconds */
  now: number;
  signal?: AbortSignal;
  /** told after each statement: how many of how many rules are judged */
  onProgress?: (done: number, total: number) => Promise<void> | void;
}

const relationOf = ({ parquet, columns }: JudgedData): Relation => ({
  columns,
  from: `read_parquet(${filesLiteral(parquet)})`,
});

interface Planned {
  rule: Rule;
  plan: ReturnType<typeof planRule>;
  planning: Planning;
}

const ownAtOnce = 6;
const scansAtOnce = 100;
const mostGroupsKept = 50;

/** Judges every rule of a version, in as few passes over its rows as they can share; what cannot be judged says why. */
export async function judgeRules(judging: Judging): Promise<RuleResult[]> {
  const planned = judging.rules.map((rule) => planOne(rule, judging));
  const asking = askingOf(judging);
  const { unseen } = judging;
  const answers = unseen
    ? planned.map(({ rule }) => answerFromProfile(rule, unseen, judging.references?.get(rule.id)?.rows))
    : await answerAll(planned, { judging, asking });
  const results: RuleResult[] = [];
  for (const [at, each] of planned.entries()) {
    judging.signal?.throwIfAborted();
    const result = resultOf(each, answers[at]);
    const sample = await sampleOf(each, { result, judging, asking });
    const isTold = unseen && each.plan.kind !== 'known' && result.reason === null;
    results.push({ ...result, ...(isTold ? { fromProfile: true } : {}), sample });
  }
  return results;
}

function planOne(rule: Rule, { data, references, personal = [], now }: Judging): Planned {
  const planning = {
    data: relationOf(data),
    reference: referenceFor(rule, references?.get(rule.id)),
    personal: new Set(personal),
    now,
  };
  return { rule, plan: planRule(rule, planning), planning };
}

/** Of rows that are elsewhere it is known how many they are. */
function referenceFor(rule: Rule, reference: JudgedData | undefined): Planning['reference'] {
  if (!reference) return null;
  if (reference.parquet.length > 0) return relationOf(reference);
  const isCounted = rule.kind === 'row_count_change' && rule.where.length === 0 && reference.rows !== undefined;
  return isCounted ? { columns: [], from: `range(${reference.rows})` } : 'elsewhere';
}

function askingOf({ analytics, data, references, signal }: Judging): Asking {
  const others = [...(references?.values() ?? [])].flatMap(({ parquet }) => parquet);
  const files = [...new Set([...data.parquet, ...others])];
  return { analytics, files, dataFiles: data.parquet, ...(signal ? { signal } : {}) };
}

async function answerAll(
  planned: readonly Planned[],
  { judging, asking }: { judging: Judging; asking: Asking },
): Promise<(Answered | undefined)[]> {
  const answers: (Answered | undefined)[] = planned.map(() => undefined);
  const from = relationOf(judging.data).from;
  let done = planned.filter(({ plan }) => plan.kind === 'known' || plan.kind === 'not_assessed').length;
  for (const batch of batchesOf(planned)) {
    judging.signal?.throwIfAborted();
    const plans = batch.map((at) => planned[at]?.plan as Plan);
    const given = await runBatch(plans, { from, asking });
    batch.forEach((at, place) => (answers[at] = given[place]));
    done += batch.length;
    await judging.onProgress?.(done, planned.length);
  }
  return answers;
}

/** Which rules go into one statement, as their places in the list. */
function batchesOf(planned: readonly Planned[]): number[][] {
  const together = new Map<string, number[]>();
  planned.forEach(({ plan }, at) => {
    if (plan.kind === 'known' || plan.kind === 'not_assessed') return;
    const key = plan.kind === 'own' ? 'own' : JSON.stringify([plan.kind, plan.group]);
    together.set(key, [...(together.get(key) ?? []), at]);
  });
  return [...together].flatMap(([key, places]) => inParts(places, key === 'own' ? ownAtOnce : scansAtOnce));
}

function inParts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

async function runBatch(
  plans: readonly Plan[],
  { from, asking }: { from: string; asking: Asking },
): Promise<Answered[]> {
  const scans = plans.filter((plan): plan is Scan => plan.kind === 'scan' || plan.kind === 'question');
  if (scans.length > 0) return runScan(scans, scans[0]?.kind === 'question' ? 'data' : from, asking);
  const owns = plans.filter((plan) => plan.kind === 'own');
  // Rules on the same column often ask the same SELECT: it is run once.
  const distinct = [...new Map(owns.map((own) => [own.select, own])).values()];
  const given = await runOwn(distinct, asking);
  return owns.map((own) => given[distinct.findIndex(({ select }) => select === own.select)] as Answered);
}

type Outcome = Omit<RuleResult, 'sample'>;

function resultOf({ rule, plan, planning }: Planned, answered: Answered | undefined): Outcome {
  const whole = { ruleId: rule.id, groups: [] };
  if (plan.kind === 'not_assessed') return { ...whole, ...unjudged(plan.reason) };
  if (plan.kind === 'known') {
    const { group: _group, ...judged } = judgeCounted(
      { ...rule },
      { group: null, rows: 1, failing: null, value: plan.value, top: null, note: null },
      () => ({ value: plan.value, found: plan.found }),
    );
    const isBounded = rule.kind === 'column_count';
    return { ...whole, ...judged, rows: 0, ...(isBounded ? {} : { verdict: plan.isKept ? 'pass' : rule.severity }) };
  }
  if (!answered) throw new Error(`the rule ${rule.id} was planned and not asked`);
  if ('reason' in answered) return { ...whole, ...unjudged(answered.reason) };
  const judged = answered.groups.map((counted) => judgeCounted(rule, counted, plan.read)).sort(worstFirst);
  return { ...whole, ...gathered(rule, { judged, planning }) };
}

function unjudged(reason: NotAssessed): Omit<Outcome, 'ruleId' | 'groups'> {
  return { verdict: 'not_assessed', reason, rows: 0, failing: null, value: null, found: [] };
}

/** Over all groups: the worst verdict with its value, and the rows of all. */
function gathered(
  rule: Rule,
  { judged, planning }: { judged: readonly Judged[]; planning: Planning },
): Omit<Outcome, 'ruleId'> {
  const [worst] = judged;
  if (!worst) return { ...unjudged({ code: 'no_rows', column: null, detail: null }), groups: [] };
  const { group: _group, ...outcome } = worst;
  const by = 'by' in rule ? rule.by : undefined;
  const failing = judged.every((each) => each.failing === null)
    ? null
    : judged.reduce((sum, each) => sum + (each.failing ?? 0), 0);
  const isPersonal = 'column' in rule && planning.personal.has(rule.column);
  return {
    ...outcome,
    rows: judged.reduce((sum, { rows }) => sum + rows, 0),
    failing,
    found: isPersonal ? [] : outcome.found.map((text) => text.slice(0, 200)),
    groups:
      by === undefined ? [] : judged.slice(0, mostGroupsKept).map((each) => groupFrom(each, planning.personal.has(by))),
  };
}

function groupFrom({ found: _found, ...each }: Judged, isPersonal: boolean): RuleResult['groups'][number] {
  return isPersonal && each.group !== null ? { ...each, group: hidden } : each;
}

async function sampleOf(
  { rule, plan, planning }: Planned,
  { result, judging, asking }: { result: Outcome; judging: Judging; asking: Asking },
): Promise<RuleResult['sample']> {
  const isBroken = result.verdict === 'fail' || result.verdict === 'warn';
  if (!isBroken || judging.unseen || plan.kind === 'not_assessed' || (result.failing ?? 0) === 0) return null;
  return sampleRows(rule, { plan, planning, keys: judging.keys ?? [], asking });
}
