import { readFileSync } from 'node:fs';
import { cliErrors } from './cli-errors.ts';
import { type FieldSchema, takesMany, typesOf } from './endpoint-fields.ts';

/**
 * The value of one field from what was typed: text as it is, everything else as JSON. `@file` and `-` (standard input)
 * stand for what they hold; `@@` begins a text that begins with @.
 */
export function readValue(texts: readonly string[], schema: FieldSchema, option: string): unknown {
  if (takesMany(schema)) return readMany(texts, schema, option);
  const given = texts.at(-1) ?? '';
  const text = contents(given, option);
  const types = typesOf(schema);
  if (types.includes('null') && text === 'null') return null;
  if (types.includes('string')) return text;
  return readJson(text, { given, types, option });
}

function readMany(texts: readonly string[], schema: FieldSchema, option: string): unknown {
  const [first = ''] = texts;
  const isWhole = texts.length === 1 && (first === '-' || first.startsWith('@') || first.startsWith('['));
  if (isWhole && !first.startsWith('@@'))
    return readJson(contents(first, option), { given: first, types: ['array'], option });
  return texts.map((text) => readValue([text], schema.items ?? {}, option));
}

function readJson(
  text: string,
  { given, types, option }: { given: string; types: readonly string[]; option: string },
): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const shown = given === '-' ? 'standard input' : `"${given.length > 60 ? `${given.slice(0, 60)}...` : given}"`;
    const expected = types.length === 0 ? 'a value' : types.join(' / ');
    throw cliErrors.notJson({ option, given: shown, expected, reason: (error as Error).message });
  }
}

function contents(given: string, option: string): string {
  if (given === '-') return readText(0, 'standard input', option);
  if (given.startsWith('@@')) return given.slice(1);
  return given.startsWith('@') ? readText(given.slice(1), given.slice(1), option) : given;
}

/** A file as it is, to be sent. */
export function readBytes(file: string, option: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw cliErrors.unreadableFile({ file, option, reason: (error as Error).message });
  }
}

/** Editors end a file with a line break that is no part of its text. */
function readText(source: string | number, file: string, option: string): string {
  try {
    return readFileSync(source, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw cliErrors.unreadableFile({ file, option, reason: (error as Error).message });
  }
}
