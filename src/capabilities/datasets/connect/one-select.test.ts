import { expect, test } from 'vitest';
import { refuseOtherSql } from './one-select.ts';

test.each([
  'select 1',
  'SELECT (a + (b)) from t -- a comment; with (everything',
  "select ';)' as x, E'it\\'s )' as y, \"odd;)name\" from t",
  'with x as (select 1) select * from x',
  'select $tag$ ;) $tag$, $$ ) $$, a$b from t',
  '/* one /* two */ ; ) */ select 1',
  'select 1 /* ; */',
])('DE1 %s is one SELECT', (sql) => {
  expect(() => refuseOtherSql(sql)).not.toThrow();
});

test.each([
  'delete from t',
  'select 1; drop table t',
  "select 1) to program 'rm' --",
  'select (1',
  "select 'open",
  'select "open',
  'select $$ open',
  'select /* open',
  "select 'a\\') to program ''x'' --'",
  '/* x */ copy t to stdout',
])('DE1 %s is none', (sql) => {
  expect(() => refuseOtherSql(sql)).toThrow('This is not one SELECT');
});
