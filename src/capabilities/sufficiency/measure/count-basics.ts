import type { Measured } from '../checks/measured.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';
import { type PlannedRows, portionsOf } from './rows-sql.ts';

type Basics = Pick<
  Measured,
  | 'rows'
  | 'absentColumns'
  | 'labelled'
  | 'positives'
  | 'entities'
  | 'repeatedRows'
  | 'repeatedKeys'
  | 'span'
  | 'labelDelay_days'
  | 'columns'
>;

interface Counted extends Record<string, number | null> {
  rows: number;
  labelled: number | null;
  positives: number | null;
  entities: number | null;
  first: number | null;
  last: number | null;
  open: number | null;
  delay: number | null;
}

/** A piece of SQL where there is something to ask, else nothing. */
const asked = (part: string | null, sql: (part: string) => string): string => (part === null ? 'null' : sql(part));
const momentOf = (at: PlannedRows, name: string | null): string | null => (at.has(name) ? at.moment(name) : null);
const second = 1000;

/** What one pass over all rows tells, and the columns by portions. */
export async function countBasics(asking: Asking): Promise<Basics> {
  const [counted] = await askRows<Counted>(asking, (at) => basicsSql(at, asking.table));
  if (!counted) throw new Error('a count of rows answered nothing');
  const { first, last, delay } = counted;
  return {
    rows: counted.rows,
    absentColumns: rowsOf(asking).absent,
    labelled: counted.labelled,
    positives: counted.positives,
    entities: counted.entities,
    span:
      first === null || last === null ? null : { first: first * second, last: last * second, openRows: counted.open },
    labelDelay_days: delay === null ? null : delay / 86_400,
    columns: await countMissing(asking),
    ...(await countRepeated(asking)),
  };
}

function basicsSql(at: PlannedRows, { plan, now }: Asking['table']): string {
  const moment = momentOf(at, plan.moment);
  const known = moment === null ? null : momentOf(at, plan.labelTime);
  const delay = known === null ? null : `epoch(${known}) - epoch(${moment})`;
  return `select count(*) as rows,
    ${asked(at.has(plan.target) ? at.value(plan.target) : null, (value) => `count(${value})`)} as labelled,
    ${asked(at.hit, (hit) => `coalesce(sum(${hit}), 0)::bigint`)} as positives,
    ${asked(at.together(plan.entity), (entity) => `count(distinct ${entity})`)} as entities,
    ${asked(moment, (when) => `epoch(min(${when}))`)} as first,
    ${asked(moment, (when) => `epoch(max(${when}))`)} as last,
    ${asked(plan.outcomeWindow_days === null ? null : moment, (when) => openSql(when, { plan, now }))} as open,
    ${asked(delay, (seconds) => `median(${seconds})`)} as delay
    from ${at.from}`;
}

/** Cases whose time to turn out is not over: what they are labelled now may still change. */
function openSql(moment: string, { plan, now }: Pick<Asking['table'], 'plan' | 'now'>): string {
  const seconds = now / second - (plan.outcomeWindow_days ?? 0) * 86_400;
  return `count(*) filter (epoch(${moment}) > ${seconds})`;
}

async function countMissing(asking: Asking): Promise<Measured['columns']> {
  const rows = rowsOf(asking);
  const { plan } = asking.table;
  // What says itself who it is of, and what is predicted, is asked elsewhere.
  const names = [...new Set([...rows.features, ...plan.critical, ...plan.key])].filter((name) => rows.has(name));
  const found: Measured['columns'][number][] = [];
  for (const some of portionsOf(names)) {
    const [row = {}] = await askRows<Record<string, number>>(asking, (at) => {
      const counts = some.map((name, index) => `count(*) - count(${at.value(name)}) as n${index}`);
      return `select ${counts.join(', ')} from ${at.from}`;
    });
    found.push(
      ...some.map((column, index) => ({
        column,
        missing: row[`n${index}`] ?? 0,
        isCritical: plan.critical.includes(column) || plan.key.includes(column),
      })),
    );
  }
  return found;
}

async function countRepeated(asking: Asking): Promise<Pick<Basics, 'repeatedRows' | 'repeatedKeys'>> {
  const repeatedBy = async (names: readonly string[]) => {
    const [row] = await askRows<{ n: number }>(asking, (at) => {
      const whole = at.together(names);
      return `select coalesce(sum(n - 1), 0)::bigint as n from (select count(*) as n from ${at.from} group by ${whole} having count(*) > 1)`;
    });
    return row?.n ?? 0;
  };
  const { names, plan } = rowsOf(asking);
  const isKeyThere = plan.key.length > 0 && plan.key.every((name) => names.includes(name));
  return {
    repeatedRows: names.length === 0 ? 0 : await repeatedBy(names),
    repeatedKeys: isKeyThere ? await repeatedBy(plan.key) : null,
  };
}
