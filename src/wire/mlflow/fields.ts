import { InvalidMessage } from './invalid-message.ts';

/** How one field of a message is read. Absent and null are the same: not given. */
export interface Field<T> {
  /** Throws `InvalidMessage` with the path of what is wrong, from this field on: nobody pays for paths of what is right. */
  read: (value: unknown) => T;
  /** in an address: also where its name stands once */
  isList?: true;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Message<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

function optional<T>(read: (given: {}) => T): Field<T | null> {
  return { read: (value) => (value === undefined || value === null ? null : read(value)) };
}

/** What must be given. An empty text is given. */
export function required<T>(field: Field<T | null>): Field<T> {
  return {
    read: (value) => {
      const given = field.read(value);
      if (given === null) throw InvalidMessage.missing('');
      return given;
    },
  };
}

export const text = optional((given) => {
  if (typeof given !== 'string') throw InvalidMessage.of('', 'a text was expected');
  if (given.includes('\u0000') || !given.isWellFormed())
    throw InvalidMessage.of('', 'it holds a NUL or half of a character, which cannot be kept');
  return given;
});

/** A whole number, also as text: JSON of protobuf writes 64 bits so. Beyond 2^53 a number could not be answered as it came. */
export const int64 = optional((given) => {
  const number = typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given;
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw InvalidMessage.of('', 'a whole number of at most 2^53 was expected');
  return number;
});

const notFinite: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity };

export const double = optional((given) => {
  if (typeof given === 'number') return given;
  if (typeof given === 'string') {
    if (Object.hasOwn(notFinite, given)) return notFinite[given] ?? NaN;
    if (/^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(given)) return Number(given);
  }
  throw InvalidMessage.of('', 'a number, "NaN", "Infinity" or "-Infinity" was expected');
});

export const truth = optional((given) => {
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw InvalidMessage.of('', 'true or false was expected');
});

export function oneOf<const T extends string>(names: readonly T[]): Field<T | null> {
  return optional((given) => {
    const found = names.find((name) => name === given);
    if (found === undefined) throw InvalidMessage.of('', `one of ${names.join(', ')} was expected`);
    return found;
  });
}

/** Not given is empty. */
export function listOf<T>(item: Field<T>): Field<T[]> {
  return {
    isList: true,
    read: (value) => {
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value)) throw InvalidMessage.of('', 'a list was expected');
      return value.map((each, index) => {
        try {
          return item.read(each);
        } catch (error) {
          throw InvalidMessage.within(`[${index}]`, error);
        }
      });
    },
  };
}

export function messageOf<F extends Fields>(fields: F): Field<Message<F>> {
  return { read: (value) => readMessage(fields, objectOf(value)) };
}

type Given = Readonly<Record<string, unknown>>;

/** Throws what is no object. */
export function objectOf(value: unknown): Given {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw InvalidMessage.of('', 'an object was expected');
  return value as Given;
}

/** One field of a message, for who reads very many of them: it costs half of what reading them by a list of fields does. */
export function readField<T>(field: Field<T>, given: Given, name: string): T {
  try {
    return field.read(given[name]);
  } catch (error) {
    throw InvalidMessage.within(name, error);
  }
}

/** Fields that nobody knows are passed over: a newer client may send more. */
export function readMessage<F extends Fields>(fields: F, given: Given): Message<F> {
  const message: Record<string, unknown> = {};
  for (const name in fields) message[name] = readField(fields[name] as Field<unknown>, given, name);
  return message as Message<F>;
}
