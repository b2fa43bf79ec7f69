import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { QueryError } from '../../../platform/analytics/query-error.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import type { NotAssessed } from '../verdict-contract.ts';
import type { Aggregates, Counted, Plan } from './plan.ts';

type Cell = string | number | boolean | null;

export interface Asking {
  analytics: Analytics;
  /** of the data, and of everything it is compared with */
  files: readonly string[];
  dataFiles: readonly string[];
  signal?: AbortSignal;
}

/** What one plan was answered: groups of rows, or why there is no answer. */
export type Answered = { groups: Counted[] } | { reason: NotAssessed };

export const mostGroups = 1000;
const question_ms = 300_000;

export type Scan = Extract<Plan, { kind: 'scan' | 'question' }>;
type Own = Extract<Plan, { kind: 'own' }>;

/** All rules that are judged of the same rows per the same group, in one pass. */
export async function runScan(scans: readonly Scan[], from: string, asking: Asking): Promise<Answered[]> {
  const group = scans[0]?.group ?? null;
  const columns = scans.flatMap(({ aggregates }, at) => aggregateColumns(aggregates, at));
  const grouped = group === null ? '' : ` group by 1 limit ${mostGroups + 1}`;
  const sql = `select ${group ?? 'null::varchar'} as grp, ${columns.join(', ')} from ${from}${grouped}`;
  return answering(scans, {
    whole: async () => {
      const rows = scans[0]?.kind === 'question' ? await ask(sql, asking) : await query(sql, asking);
      return scans.map((_, at) => ({ groups: rows.map((row) => countedFrom(row, String(at))) }));
    },
    each: (scan) => runScan([scan], from, asking),
  });
}

function aggregateColumns({ rows, failing, value, note }: Aggregates, at: number): string[] {
  return [
    `${rows} as n_rows${at}`,
    `${failing === undefined ? 'null::bigint' : failing} as failing${at}`,
    `${value ?? 'null::double'} as value${at}`,
    `${note ?? 'null::varchar'} as note${at}`,
  ];
}

/** SELECTs of their own, several in a statement. */
export async function runOwn(owns: readonly Own[], asking: Asking): Promise<Answered[]> {
  const selects = owns.map(
    ({ select }, at) =>
      `select ${at} as nth, grp, n_rows, failing, value, top, note from (select * from (${select}) limit ${mostGroups + 1})`,
  );
  return answering(owns, {
    whole: async () => {
      const rows = await query(selects.join('\nunion all\n'), asking);
      return owns.map((_, at) => ({
        groups: rows.filter((row) => Number(row['nth']) === at).map((row) => countedFrom(row, '')),
      }));
    },
    each: (own) => runOwn([own], asking),
  });
}

/** One that cannot be computed spoils no other: then each is asked alone. */
async function answering<P>(
  plans: readonly P[],
  { whole, each }: { whole: () => Promise<Answered[]>; each: (plan: P) => Promise<Answered[]> },
): Promise<Answered[]> {
  try {
    return (await whole()).map(limited);
  } catch (error) {
    const reason = reasonOf(error);
    if (plans.length <= 1) return plans.map(() => ({ reason }));
    const alone: Answered[] = [];
    for (const plan of plans) alone.push(...(await each(plan)));
    return alone;
  }
}

function limited(answered: Answered): Answered {
  if ('reason' in answered || answered.groups.length <= mostGroups) return answered;
  return { reason: { code: 'too_many_groups', column: null, detail: String(mostGroups) } };
}

/** Mistakes in what was asked, or in the data; the rest is of the machine, and thrown on. */
const ofTheRule = [
  'wrong_sql',
  'function_not_allowed',
  'not_a_select',
  'not_one_statement',
  'took_too_long',
  'too_much_memory',
  'too_large',
];

function reasonOf(error: unknown): NotAssessed {
  const isOfTheRule =
    error instanceof QueryError ||
    (error instanceof AppError && ofTheRule.some((code) => error.code === `analytics.${code}`));
  if (!isOfTheRule) throw error;
  return { code: 'not_computable', column: null, detail: error.message.slice(0, 500) };
}

export function query(sql: string, { analytics, files, signal }: Asking): Promise<Record<string, Cell>[]> {
  return analytics.query<Record<string, Cell>>(sql, [], { files, ...(signal ? { signal } : {}) });
}

/** SQL of people, over the data alone. */
export async function ask(sql: string, { analytics, dataFiles, signal }: Asking): Promise<Record<string, Cell>[]> {
  const { columns, rows } = await analytics.question(sql, {
    views: { data: dataFiles },
    timeout_ms: question_ms,
    ...(signal ? { signal } : {}),
  });
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] as Cell])));
}

function countedFrom(row: Record<string, Cell>, suffix: string): Counted {
  const number = (name: string) => asNumber(row[`${name}${suffix}`]);
  const note = row[`note${suffix}`];
  return {
    group: row['grp'] === null || row['grp'] === undefined ? null : String(row['grp']),
    rows: number('n_rows') ?? 0,
    failing: number('failing'),
    value: number('value'),
    top: number('top'),
    note: note === null || note === undefined ? null : String(note),
  };
}

/** "NaN" and "Infinity" are no figures to judge. */
function asNumber(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined) return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}
