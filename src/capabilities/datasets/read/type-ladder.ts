import type { DateFormat, ReadOptions } from '../read-options-contract.ts';

/** One type that a column of texts may have: how to see it, and how to make it. */
export interface Candidate {
  type: string;
  /** whether a text that is no null could be one; the quick look at a few, before all are asked in SQL */
  fits: (text: string) => boolean;
  /** SQL over the text `x`: true where it is one, exactly */
  holds: (x: string) => string;
  /** SQL that makes the value of the text `x` */
  cast: (x: string) => string;
  note?: 'rounded';
  /** SQL over `x`, true where another reading fits as well: a column where both fit everywhere stays a text */
  rival?: (x: string) => string;
  /** the decimals stand behind a comma */
  hasComma?: boolean;
}

const whole = /^-?(0|[1-9]\d*)$/;
const number = /^-?((0|[1-9]\d*)(\.\d*)?|\.\d+)([eE][+-]?\d+)?$|^-?(inf|infinity)$/i;
/** A day alone is its midnight, beside others that have a time. */
const isoMoment = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?$/;
const zonedMoment = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)? ?(Z|[+-]\d{2}(:?\d{2})?)$/;
const timeOfDay = /^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/;

const matches = (x: string, pattern: RegExp): string =>
  `regexp_full_match(${x}, '${pattern.source}', '${pattern.flags.includes('i') ? 'i' : 'c'}')`;
/** A value that is written back as it came: `007`, `+31`, `1e3` and `1_000` are no whole numbers. */
const same = (type: string) => (x: string) => `try_cast(${x} as ${type})::varchar = ${x}`;
const castTo = (type: string) => (x: string) => `cast(${x} as ${type})`;

const truth: Candidate = {
  type: 'BOOLEAN',
  fits: (text) => /^(true|false)$/i.test(text),
  holds: (x) => `lower(${x}) in ('true', 'false')`,
  cast: castTo('boolean'),
};
const bigint: Candidate = {
  type: 'BIGINT',
  fits: (text) => whole.test(text),
  holds: same('bigint'),
  cast: castTo('bigint'),
};
const huge: Candidate = {
  type: 'DECIMAL(38,0)',
  fits: (text) => whole.test(text) && text.length <= 39,
  holds: same('decimal(38,0)'),
  cast: castTo('decimal(38,0)'),
};

/** No double tells more than 17 digits apart, so no program that has doubles writes more. */
const digitsOfDouble = 17;
const hasFewDigits = (x: string): string =>
  `(length(${x}) <= ${digitsOfDouble} or length(ltrim(regexp_replace(regexp_replace(${x}, '[eE].*$', ''), '[^0-9]', '', 'g'), '0')) <= ${digitsOfDouble})`;
const digitsOf = (text: string): number => text.replace(/e.*$/i, '').replaceAll(/\D/g, '').replace(/^0+/, '').length;

function doubles(hasComma: boolean): Candidate[] {
  const point = (x: string) => (hasComma ? `replace(${x}, ',', '.')` : x);
  const isNumber = (text: string) => (hasComma ? /^-?(0|[1-9]\d*)(,\d+)?$/.test(text) : number.test(text));
  const holds = (x: string) => {
    const shape = hasComma ? `${matches(x, /-?(0|[1-9]\d*)(,\d+)?/)} and ` : `${matches(x, numberInSql)} and `;
    return `${shape}try_cast(${point(x)} as double) is not null`;
  };
  const cast = (x: string) => `cast(${point(x)} as double)`;
  const common = { type: 'DOUBLE', cast, hasComma };
  return [
    {
      ...common,
      fits: (text) => isNumber(text) && digitsOf(text) <= digitsOfDouble,
      holds: (x) => `${holds(x)} and ${hasFewDigits(x)}`,
    },
    { ...common, fits: isNumber, holds, note: 'rounded' },
  ];
}
const numberInSql = /-?((0|[1-9]\d*)(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?(inf|infinity)/i;

const strptime: Readonly<Record<DateFormat, { format: string; pattern: RegExp }>> = {
  'yyyy-mm-dd': { format: '%Y-%m-%d', pattern: /\d{4}-\d{1,2}-\d{1,2}/ },
  'yyyy/mm/dd': { format: '%Y/%m/%d', pattern: /\d{4}\/\d{1,2}\/\d{1,2}/ },
  yyyymmdd: { format: '%Y%m%d', pattern: /\d{8}/ },
  'dd-mm-yyyy': { format: '%d-%m-%Y', pattern: /\d{1,2}-\d{1,2}-\d{4}/ },
  'dd/mm/yyyy': { format: '%d/%m/%Y', pattern: /\d{1,2}\/\d{1,2}\/\d{4}/ },
  'dd.mm.yyyy': { format: '%d.%m.%Y', pattern: /\d{1,2}\.\d{1,2}\.\d{4}/ },
  'mm-dd-yyyy': { format: '%m-%d-%Y', pattern: /\d{1,2}-\d{1,2}-\d{4}/ },
  'mm/dd/yyyy': { format: '%m/%d/%Y', pattern: /\d{1,2}\/\d{1,2}\/\d{4}/ },
};
const clocks = [
  { clock: '', pattern: '' },
  { clock: ' %H:%M:%S', pattern: ' \\d{1,2}:\\d{2}:\\d{2}' },
  { clock: ' %H:%M', pattern: ' \\d{1,2}:\\d{2}' },
];
const rivals: Partial<Record<DateFormat, DateFormat>> = { 'dd/mm/yyyy': 'mm/dd/yyyy' };

function datesOf(written: DateFormat, isTold: boolean): Candidate[] {
  const { format, pattern } = strptime[written];
  const rival = isTold ? undefined : rivals[written];
  return clocks.map(({ clock, pattern: more }) => {
    const shape = new RegExp(`^${pattern.source}${more}$`);
    const read = (x: string, how: string) => `try_strptime(${x}, '${how}${clock}')`;
    return {
      type: clock === '' ? 'DATE' : 'TIMESTAMP',
      fits: (text) => shape.test(text),
      holds: (x) => `${matches(x, new RegExp(pattern.source + more))} and ${read(x, format)} is not null`,
      cast: (x) => `cast(strptime(${x}, '${format}${clock}') as ${clock === '' ? 'date' : 'timestamp'})`,
      ...(rival && { rival: (x: string) => `${read(x, strptime[rival].format)} is not null` }),
    };
  });
}

const isoDate: Candidate = {
  type: 'DATE',
  fits: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  holds: same('date'),
  cast: castTo('date'),
};
const moment: Candidate = {
  type: 'TIMESTAMP',
  fits: (text) => isoMoment.test(text),
  holds: (x) => `${matches(x, inside(isoMoment))} and try_cast(${x} as timestamp) is not null`,
  cast: castTo('timestamp'),
};
const zoned: Candidate = {
  type: 'TIMESTAMP WITH TIME ZONE',
  fits: (text) => zonedMoment.test(text),
  holds: (x) => `${matches(x, inside(zonedMoment))} and try_cast(${x} as timestamptz) is not null`,
  cast: castTo('timestamptz'),
};
const time: Candidate = {
  type: 'TIME',
  fits: (text) => timeOfDay.test(text),
  holds: (x) => `${matches(x, inside(timeOfDay))} and try_cast(${x} as time) is not null`,
  cast: castTo('time'),
};
export const text: Candidate = { type: 'VARCHAR', fits: () => true, holds: () => 'true', cast: (x) => x };

function inside({ source }: RegExp): RegExp {
  return new RegExp(source.replace(/^\^/, '').replace(/\$$/, ''));
}

const sought: readonly DateFormat[] = [
  'yyyy/mm/dd',
  'dd-mm-yyyy',
  'dd/mm/yyyy',
  'dd.mm.yyyy',
  'mm-dd-yyyy',
  'mm/dd/yyyy',
  'yyyy-mm-dd',
];

type LadderOptions = Pick<ReadOptions, 'decimal' | 'dateFormat'> & {
  /** nobody has said what stands before decimals, and it may well be a comma */
  mayHaveComma?: boolean;
};

/** Types from narrow to wide; the first one that every value of a column has is the column's. */
export function ladder({ decimal, dateFormat, mayHaveComma = false }: LadderOptions): Candidate[] {
  const told = dateFormat ? datesOf(dateFormat, true) : [];
  const others = dateFormat ? [] : sought.flatMap((each) => datesOf(each, false));
  const numbers = decimal === ',' ? doubles(true) : [...doubles(false), ...(mayHaveComma ? doubles(true) : [])];
  return [truth, ...told, bigint, huge, ...numbers, isoDate, moment, zoned, time, ...others, text];
}

/** The values of JSON say their kind: only texts that are moments in ISO 8601 are more than texts. */
export const ladderOfTexts: readonly Candidate[] = [isoDate, moment, zoned, text];
export const ladderOfTruths: readonly Candidate[] = [truth, text];
export const ladderOfNumbers: readonly Candidate[] = [bigint, huge, ...doubles(false), text];

/** Where somebody has said what a column is, nothing else is tried. */
export function toldCandidates(type: string, options: LadderOptions): Candidate[] {
  if (type === 'BOOLEAN')
    return [{ ...truth, holds: (x) => `list_contains(['true', 'false', 't', 'f', '1', '0'], lower(${x}))` }];
  if (type === 'DOUBLE') {
    const { decimal, mayHaveComma } = options;
    return [...(decimal === ',' ? [] : doubles(false)), ...(decimal === ',' || mayHaveComma ? doubles(true) : [])];
  }
  if (type.startsWith('DECIMAL')) return [decimalOf(type, options.decimal === ',')];
  return ladder(options).filter((candidate) => candidate.type === type);
}

function decimalOf(type: string, hasComma: boolean): Candidate {
  const point = (x: string) => (hasComma ? `replace(${x}, ',', '.')` : x);
  const holds = (x: string) => `try_cast(${point(x)} as ${type}) is not null`;
  return { type, fits: () => true, holds, cast: (x) => `cast(${point(x)} as ${type})`, hasComma };
}
