import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';

/** How days are written, in the words of people; `yyyymmdd` is only read where it is asked for. */
export const dateFormats = [
  'yyyy-mm-dd',
  'yyyy/mm/dd',
  'yyyymmdd',
  'dd-mm-yyyy',
  'dd/mm/yyyy',
  'dd.mm.yyyy',
  'mm-dd-yyyy',
  'mm/dd/yyyy',
] as const;
export type DateFormat = (typeof dateFormats)[number];

export const fileFormats = ['csv', 'parquet', 'jsonl', 'excel'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const textEncodings = ['utf-8', 'latin-1', 'utf-16'] as const;
export type TextEncoding = (typeof textEncodings)[number];

const plainTypes = [
  'VARCHAR',
  'BOOLEAN',
  'BIGINT',
  'DOUBLE',
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMP WITH TIME ZONE',
] as const;

const decimalType = /^DECIMAL\(([1-9]|[12]\d|3[0-8]),([0-9]|[12]\d|3[0-8])\)$/;

export const columnTypeSchema = z
  .union([z.enum(plainTypes), z.string().regex(decimalType)])
  .meta({ description: `One of ${plainTypes.join(', ')}, or DECIMAL(digits,decimals)` });

/** A line break parts rows, whatever else does. */
const character = z
  .string()
  .length(1, { error: inBoth('Give one character', 'Geef één teken') })
  .regex(/^[\t -~]$/, {
    error: inBoth(
      'Give a tab, or a character that is on every keyboard',
      'Geef een tab, of een teken dat op elk toetsenbord zit',
    ),
  });

/** What a person says about a file. What is left out is found in the file itself, and told. */
export const readOptionsSchema = z
  .strictObject({
    delimiter: z.exactOptional(character).meta({ description: 'What stands between two values: , ; | or a tab' }),
    quote: z
      .exactOptional(z.union([character, z.literal('')]))
      .meta({ description: 'What stands around a text; empty: nothing does' }),
    header: z.exactOptional(z.boolean()).meta({ description: 'The first row holds the names of the columns' }),
    skipRows: z
      .exactOptional(z.int().min(0).max(1000))
      .meta({ description: 'So many lines above the header are left out' }),
    encoding: z
      .exactOptional(z.enum(textEncodings))
      .meta({ description: 'How characters are written; latin-1 is Windows-1252' }),
    decimal: z.exactOptional(z.enum(['.', ','])).meta({ description: 'What stands before the decimals of a number' }),
    dateFormat: z.exactOptional(z.enum(dateFormats)).meta({ description: 'How days are written' }),
    nullTokens: z
      .exactOptional(z.array(z.string().max(100)).max(20))
      .meta({ description: 'Texts that stand for an absent value, in every column' }),
    badRows: z.exactOptional(z.enum(['refuse', 'skip'])).meta({
      description: 'Rows with another number of values than there are columns: refused, or left out and counted',
    }),
    duplicateNames: z
      .exactOptional(z.enum(['refuse', 'number']))
      .meta({ description: 'Two columns of one name: refused, or the second one gets a number' }),
    sheet: z
      .exactOptional(z.string().min(1).max(100))
      .meta({ description: 'Which sheet of a workbook; else the first' }),
    types: z
      .exactOptional(z.record(z.string(), columnTypeSchema))
      .meta({ description: 'The types of columns, by name, where they are not left to be found' }),
  })
  .meta({ id: 'ReadOptions', description: 'How a file is read; what is not told is found out from the file' });
export type ReadOptions = z.infer<typeof readOptionsSchema>;

/** How a text file was read, so that a person can see it and say otherwise. */
export const dialectSchema = z.strictObject({
  delimiter: z.string(),
  quote: z.string(),
  header: z.boolean(),
  skipRows: z.int(),
  encoding: z.enum(textEncodings),
  decimal: z.enum(['.', ',']),
});
export type Dialect = z.infer<typeof dialectSchema>;

/**
 * What a reader of the data must know of a column. `rounded`: some numbers have more digits than are kept;
 * `ambiguous_date`: day and month cannot be told apart, so it stays a text until somebody says which is which;
 * `mixed`: several kinds of values, kept as text; `nested`: lists or records, kept as JSON text.
 */
export const columnNotes = ['rounded', 'ambiguous_date', 'mixed', 'nested'] as const;

export const readColumnSchema = z.strictObject({
  name: z.string(),
  type: z.string().meta({ description: 'as DuckDB writes it' }),
  note: z.exactOptional(z.enum(columnNotes)),
  emptied: z
    .exactOptional(z.int())
    .meta({ description: 'So many values such as NA in a column of numbers or dates were taken as absent' }),
});
export type ReadColumn = z.infer<typeof readColumnSchema>;
