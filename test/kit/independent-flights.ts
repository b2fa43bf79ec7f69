import { DuckDBInstance } from '@duckdb/node-api';

/**
 * The figures of the example once more, by other means than the example and the product use: a self-join where the
 * example has a window, and the arithmetic of money in SQL. For tests only.
 */
export interface Independent {
  volume: number;
  base_rate: number;
  rule_recall: number;
  rule_false_positive_rate: number;
  nothing: number;
  everyone: number;
  today: number;
  perfect: number;
  threshold: number;
  ceiling: number;
  /** recall needed against today's rule at a false-positive rate of 1, 5 and 10 % */
  recall_at_1: number;
  recall_at_5: number;
  recall_at_10: number;
}

const sql = `
  with flight as (
    select origin, date_trunc('day', date) as day, case when delay > 15 then 1 else 0 end as late
    from read_parquet($file)
    where destination = 'ORD' and date >= '2001-01-01' and date < '2001-04-01'
  ),
  per_day as (select origin, day, sum(late) as late, count(*) as n from flight group by 1, 2),
  record as (
    select today.origin, today.day, sum(before.late) * 1.0 / sum(before.n) as share
    from per_day as today
    join per_day as before
      on before.origin = today.origin and before.day < today.day and before.day >= today.day - interval 14 days
    group by 1, 2
  ),
  judged as (
    select flight.late, case when record.share > 0.4 then 1 else 0 end as called
    from flight left join record using (origin, day)
  ),
  counted as (
    select
      round(count(*) * 365.0 / 90) as volume,
      round(avg(late), 6) as base_rate,
      round(sum(called * late) * 1.0 / sum(late), 6) as rule_recall,
      round(sum(called * (1 - late)) * 1.0 / sum(1 - late), 6) as rule_false_positive_rate
    from judged
  ),
  -- euros: late and ready -38, late and not ready -95, in time and called in -22, in time 0; a = 0.8; F = 90000 + 180000 / 3
  priced as (
    select
      *,
      volume * base_rate * 95 as nothing,
      volume * (base_rate * 38 + (1 - base_rate) * 22) as everyone,
      volume * (base_rate * (rule_recall * 38 + (1 - rule_recall) * 95) + (1 - base_rate) * rule_false_positive_rate * 22) as today,
      volume * base_rate * 38 as perfect,
      22 / (22 + 57.0) as threshold
    from counted
  )
  select
    *,
    today - (0.8 * perfect + 0.2 * nothing) as ceiling,
    (150000 + nothing - today + 0.8 * volume * (1 - base_rate) * 0.01 * 22) / (0.8 * volume * base_rate * 57) as recall_at_1,
    (150000 + nothing - today + 0.8 * volume * (1 - base_rate) * 0.05 * 22) / (0.8 * volume * base_rate * 57) as recall_at_5,
    (150000 + nothing - today + 0.8 * volume * (1 - base_rate) * 0.10 * 22) / (0.8 * volume * base_rate * 57) as recall_at_10
  from priced`;

export async function computeIndependently(file: string): Promise<Independent> {
  const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
  const connection = await duckdb.connect();
  try {
    const reader = await connection.runAndReadAll(sql, { file });
    const row = reader.getRowObjectsJson()[0] ?? {};
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Number(value)]),
    ) as unknown as Independent;
  } finally {
    connection.closeSync();
    duckdb.closeSync();
  }
}
