import { expect, test } from 'vitest';
import { parseFilter } from './parse-filter.ts';

const asked = (text: string) =>
  JSON.stringify(parseFilter(text), (key, value) => (key === 'position' ? undefined : value));
type Compared = [entity: string, key: string, operator: string, value: unknown];
const compare = (...[entity, key, operator, value]: Compared) => ({ kind: 'compare', entity, key, operator, value });

test.each<[string, object | null]>([
  ['', null],
  ['metrics.auc > 0.8', compare('metric', 'auc', '>', 0.8)],
  ['metric.auc>=.5', compare('metric', 'auc', '>=', 0.5)],
  ['metrics.`a b` < -1.5e3', compare('metric', 'a b', '<', -1500)],
  ['metrics."a/b-c" = 3', compare('metric', 'a/b-c', '=', 3)],
  ["params.kind = 'tree'", compare('param', 'kind', '=', 'tree')],
  ['parameter.kind != "it\'s"', compare('param', 'kind', '!=', "it's")],
  ["params.kind = 'it''s'", compare('param', 'kind', '=', "it''s")],
  ["tags.mlflow.source.name LIKE '%.py'", compare('tag', 'mlflow.source.name', 'LIKE', '%.py')],
  ["tag.team iLike 'N%'", compare('tag', 'team', 'ILIKE', 'N%')],
  ['tags.team IS NULL', compare('tag', 'team', 'IS NULL', null)],
  ['tags.team is not null', compare('tag', 'team', 'IS NOT NULL', null)],
  ["status = 'FINISHED'", compare('attribute', 'status', '=', 'FINISHED')],
  ["`run name` = 'a'", compare('attribute', 'run name', '=', 'a')],
  ["attributes.run_id IN ('a', 'b')", compare('attribute', 'run_id', 'IN', ['a', 'b'])],
  ["run_id not in ('a')", compare('attribute', 'run_id', 'NOT IN', ['a'])],
  ['start_time > 1700000000000', compare('attribute', 'start_time', '>', 1_700_000_000_000)],
])('DS1 a filter is read: %s', (text, expected) => {
  expect(asked(text)).toBe(JSON.stringify(expected));
});

test('DS1 AND binds closer than OR, parentheses closer still, and an AND at the end is tolerated', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((key) => compare('metric', key, '>', 1));
  expect(asked('metrics.a > 1 or metrics.b > 1 AND metrics.c > 1')).toBe(
    JSON.stringify({ kind: 'or', parts: [a, { kind: 'and', parts: [b, c] }] }),
  );
  expect(asked('(metrics.a > 1 or metrics.b > 1) and not metrics.c > 1')).toBe(
    JSON.stringify({
      kind: 'and',
      parts: [
        { kind: 'or', parts: [a, b] },
        { kind: 'not', part: c },
      ],
    }),
  );
  expect(asked('metrics.a > 1 and')).toBe(JSON.stringify(a));
});

test.each<[string, number]>([
  ['   ', 4],
  ['metrics.a >', 12],
  ['metrics.a > x', 13],
  ['metrics.a > 1; drop table run', 14],
  ['metrics.a > +1', 13],
  ['metrics.a > 1 metrics.b > 1', 15],
  ['(metrics.a > 1', 15],
  ['metrics.a > 1)', 14],
  ['things.a > 1', 1],
  ["params.a in 'b'", 13],
  ["params.a = 'open", 12],
  ['params.a is 3', 13],
  ['metrics. > 1', 1],
  ["tags.a not like 'b'", 12],
])('DS1 a filter that cannot be read is refused with its place: %s', (text, place) => {
  expect(() => parseFilter(text)).toThrow(`at character ${place},`);
});

test('DS1 a filter of ten thousand parentheses is refused, not followed', () => {
  expect(() => parseFilter(`${'('.repeat(10_000)}metrics.a > 1`)).toThrow('too deep');
});
