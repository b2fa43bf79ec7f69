import type { ReadyVersion } from './ready-version.ts';
import { columnOf, quotedName, SqlParams } from './row-sql.ts';
import type { SplitRule } from './split-contract.ts';

export interface PartOfRow {
  /** the number of the part from 0, null for a row in none */
  sql: string;
  params: SqlParams;
  names: string[];
}

/** In which part a row falls, as one expression of SQL: the same row always falls in the same part. */
export function partOfRow(version: ReadyVersion, rule: SplitRule): PartOfRow {
  const params = new SqlParams();
  switch (rule.by) {
    case 'time':
      return { sql: byTime(version, rule, params), params, names: partNamesOf(rule) };
    case 'hash':
      return { sql: byHash(version, rule, params), params, names: partNamesOf(rule) };
    case 'value':
      return { sql: byValue(version, rule, params), params, names: partNamesOf(rule) };
  }
}

/** The names of the parts of a rule, in the order of their numbers. */
export function partNamesOf(rule: SplitRule): string[] {
  if (rule.by === 'time') return rule.names;
  const names = rule.parts.map(({ name }) => name);
  return rule.by === 'value' && rule.others !== undefined ? [...names, rule.others] : names;
}

type Of<By extends SplitRule['by']> = Extract<SplitRule, { by: By }>;

function byTime(version: ReadyVersion, { column, cuts }: Of<'time'>, params: SqlParams): string {
  const { name, type } = columnOf(version, column);
  const cases = cuts.map(
    (cut, index) => `when ${quotedName(name)} < cast(${params.add(cut)} as ${type}) then ${index}`,
  );
  return `case when ${quotedName(name)} is null then null ${cases.join(' ')} else ${cuts.length} end`;
}

/** 16^13 = 2^52: every share is a number that a double holds exactly. */
const whole = 16 ** 13;

/** The rows as `r`: what calls this reads them under that name. */
const wholeRow = 'cast(r as varchar)';

/** MD5, since every language has it: whoever wants can find the same parts elsewhere. */
function byHash(version: ReadyVersion, { key, seed, parts }: Of<'hash'>, params: SqlParams): string {
  const texts = key?.map((name) => `coalesce(cast(${quotedName(columnOf(version, name).name)} as varchar), '')`) ?? [
    wholeRow,
  ];
  const text = [`cast(${params.add(seed)} as varchar)`, ...texts].join(` || chr(31) || `);
  const number = `cast('0x' || substr(md5(${text}), 1, 13) as bigint)`;
  let sum = 0;
  const cases = parts.slice(0, -1).map(({ share }, index) => {
    sum += share;
    return `when ${number} < ${Math.round(sum * whole)} then ${index}`;
  });
  return `case ${cases.join(' ')} else ${parts.length - 1} end`;
}

function byValue(version: ReadyVersion, { column, parts, others }: Of<'value'>, params: SqlParams): string {
  const { name } = columnOf(version, column);
  const cases = parts.map(({ values }, index) => {
    const listed = values.map((value) => params.add(value)).join(', ');
    return `when cast(${quotedName(name)} as varchar) in (${listed}) then ${index}`;
  });
  const isEmpty = `when ${quotedName(name)} is null then null`;
  return `case ${isEmpty} ${cases.join(' ')} else ${others === undefined ? 'null' : parts.length} end`;
}
