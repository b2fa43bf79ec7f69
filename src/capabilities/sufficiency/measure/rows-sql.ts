import type { QueryParam } from '../../../platform/analytics/analytics-protocol.ts';
import type { MlTask } from '../../formulation/contract.ts';
import { kindOf } from '../../statistics/index.ts';
import { columnsNamed, featuresOf, type PlanContent } from '../plan-contract.ts';

/** Collects what goes into a query; `$1` is the list of files. */
export class Params {
  readonly #values: QueryParam[];

  constructor(parquet: readonly string[]) {
    this.#values = [parquet];
  }

  add(value: QueryParam): string {
    this.#values.push(value);
    return `$${this.#values.length}`;
  }

  get values(): readonly QueryParam[] {
    return this.#values;
  }
}

export interface PlannedTable {
  parquet: readonly string[];
  columns: readonly { name: string; type: string }[];
  plan: PlanContent;
  task: MlTask | '';
  now: number;
}

export type ValueShape = 'number' | 'moment' | 'list';

const shapes: Partial<Record<ReturnType<typeof kindOf>, ValueShape>> = {
  integer: 'number',
  decimal: 'number',
  number: 'number',
  date: 'moment',
  timestamp: 'moment',
};

/**
 * The rows of one version in the words of its plan, as pieces of SQL. Columns are named by place, so that no name of a user is
 * part of it; what people wrote goes as parameters. Values that mean that there is none are none here.
 */
export class PlannedRows {
  readonly params: Params;
  readonly #table: PlannedTable;

  constructor(table: PlannedTable) {
    this.#table = table;
    this.params = new Params(table.parquet);
  }

  get plan(): PlanContent {
    return this.#table.plan;
  }

  get from(): string {
    return `read_parquet($1) as t(${this.#table.columns.map((_, place) => `c${place}`).join(', ')})`;
  }

  has(name: string | null): name is string {
    return name !== null && this.#table.columns.some((each) => each.name === name);
  }

  shapeOf(name: string): ValueShape {
    return shapes[kindOf(this.#typeOf(name))] ?? 'list';
  }

  /** Texts and whole numbers may name a case. */
  mayName(name: string): boolean {
    return ['integer', 'text'].includes(kindOf(this.#typeOf(name)));
  }

  /** As it stands. */
  raw(name: string): string {
    return `c${this.#table.columns.findIndex((each) => each.name === name)}`;
  }

  /** The value, or nothing where there is none. */
  value(name: string): string {
    const raw = this.raw(name);
    const kind = kindOf(this.#typeOf(name));
    const none = [
      ...(kind === 'number' ? [`not isfinite(${raw})`] : []),
      ...(kind === 'text' ? [`trim(cast(${raw} as varchar)) = ''`] : []),
      ...this.#sentinels(name, raw),
    ];
    return none.length === 0 ? raw : `case when ${none.join(' or ')} then null else ${raw} end`;
  }

  /** A number, or the seconds since 1970 of a moment: what can be put in order. */
  ordered(name: string): string {
    const value = this.value(name);
    return this.shapeOf(name) === 'moment' ? `epoch(cast(${value} as timestamp))` : `cast(${value} as double)`;
  }

  moment(name: string): string {
    return `try_cast(${this.value(name)} as timestamp)`;
  }

  text(name: string): string {
    return `cast(${this.value(name)} as varchar)`;
  }

  /** 1 for a hit, 0 for another; nothing without a label. Without two classes there is no such thing. */
  get hit(): string | null {
    const { target, positive } = this.plan;
    if (!this.has(target) || positive === null) return null;
    const text = this.text(target);
    return `case when ${text} is null then null when ${text} = ${this.params.add(positive)} then 1 else 0 end`;
  }

  /** 1 for a row that tests, 0 for one that is learnt from; nothing for a row in neither. */
  get side(): string | null {
    const { split, moment } = this.plan;
    if (split?.by === 'time' && this.has(moment)) {
      const at = this.moment(moment);
      return `case when ${at} is null then null when ${at} >= cast(${this.params.add(split.cut)} as timestamp) then 1 else 0 end`;
    }
    if (split?.by !== 'column' || !this.has(split.column)) return null;
    const text = this.text(split.column);
    return `case when ${text} is null then null when ${text} = ${this.params.add(split.test)} then 1 else 0 end`;
  }

  /** Several columns as one value; nothing where all are empty. */
  together(names: readonly string[]): string | null {
    const there = names.filter((name) => this.has(name));
    if (there.length === 0) return null;
    const texts = there.map((name) => `coalesce(cast(${this.raw(name)} as varchar), chr(30))`);
    return `md5(${texts.join(` || chr(31) || `)})`;
  }

  get features(): string[] {
    return featuresOf(
      this.plan,
      this.#table.columns.map(({ name }) => name),
    );
  }

  get names(): string[] {
    return this.#table.columns.map(({ name }) => name);
  }

  get absent(): string[] {
    return columnsNamed(this.plan).filter((name) => !this.has(name));
  }

  #typeOf(name: string): string {
    return this.#table.columns.find((each) => each.name === name)?.type ?? '';
  }

  #sentinels(name: string, raw: string): string[] {
    const values = this.plan.sentinels.filter(({ column }) => column === name).flatMap((each) => each.values);
    if (values.length === 0) return [];
    return [`cast(${raw} as varchar) in (${values.map((value) => this.params.add(value)).join(', ')})`];
  }
}

/** So many columns are asked about at once, that neither the SQL nor the answer grows without end. */
export function* portionsOf<T>(all: readonly T[], size = 64): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
