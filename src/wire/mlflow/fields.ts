import { InvalidMessage } from './invalid-message.ts';

/** How one field of a message is read. Absent and null are the same: not given. */
export interface Field<T> {
  /** Throws `InvalidMessage` with the path of what is wrong. */
  read: (value: unknown, path: string) => T;
  /** in an address: also where its name stands once */
  isList?: true;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Message<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

function optional<T>(read: (given: {}, path: string) => T): Field<T | null> {
  return { read: (value, path) => (value === undefined || value === null ? null : read(value, path)) };
}

/** What must be given. An empty text is given. */
export function required<T>(field: Field<T | null>): Field<T> {
  return {
    read: (value, path) => {
      const given = field.read(value, path);
      if (given === null) throw InvalidMessage.missing(path);
      return given;
    },
  };
}

export const text = optional((given, path) => {
  if (typeof given !== 'string') throw InvalidMessage.of(path, 'a text was expected');
  if (given.includes('\u0000') || !given.isWellFormed())
    throw InvalidMessage.of(path, 'it holds a NUL or half of a character, which cannot be kept');
  return given;
});

/** A whole number, also as text: JSON of protobuf writes 64 bits so. Beyond 2^53 a number could not be answered as it came. */
export const int64 = optional((given, path) => {
  const number = typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given;
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw InvalidMessage.of(path, 'a whole number of at most 2^53 was expected');
  return number;
});

const notFinite: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity };

export const double = optional((given, path) => {
  if (typeof given === 'number') return given;
  if (typeof given === 'string') {
    if (Object.hasOwn(notFinite, given)) return notFinite[given] ?? NaN;
    if (/^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(given)) return Number(given);
  }
  throw InvalidMessage.of(path, 'a number, "NaN", "Infinity" or "-Infinity" was expected');
});

export const truth = optional((given, path) => {
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw InvalidMessage.of(path, 'true or false was expected');
});

export function oneOf<const T extends string>(names: readonly T[]): Field<T | null> {
  return optional((given, path) => {
    const found = names.find((name) => name === given);
    if (found === undefined) throw InvalidMessage.of(path, `one of ${names.join(', ')} was expected`);
    return found;
  });
}

/** Not given is empty. */
export function listOf<T>(item: Field<T>): Field<T[]> {
  return {
    isList: true,
    read: (value, path) => {
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value)) throw InvalidMessage.of(path, 'a list was expected');
      return value.map((each, index) => item.read(each, `${path}[${index}]`));
    },
  };
}

export function messageOf<F extends Fields>(fields: F): Field<Message<F>> {
  return {
    read: (value, path) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw InvalidMessage.of(path, 'an object was expected');
      return readMessage(fields, value as Readonly<Record<string, unknown>>, path);
    },
  };
}

/** Fields that nobody knows are passed over: a newer client may send more. */
export function readMessage<F extends Fields>(
  fields: F,
  given: Readonly<Record<string, unknown>>,
  path = '',
): Message<F> {
  const read = Object.entries(fields).map(([name, field]) => [
    name,
    field.read(given[name], path === '' ? name : `${path}.${name}`),
  ]);
  return Object.fromEntries(read) as Message<F>;
}
