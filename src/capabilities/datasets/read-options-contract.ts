import { z } from 'zod';

export const fileFormats = ['csv', 'parquet', 'jsonl', 'excel'] as const;
export type FileFormat = (typeof fileFormats)[number];

const character = z.string().length(1, { error: 'Give one character' });

export const readOptionsSchema = z
  .strictObject({
    delimiter: z.exactOptional(character).meta({ description: 'What stands between two values: , ; | or a tab' }),
    quote: z.exactOptional(z.union([character, z.literal('')])).meta({ description: 'What stands around a text' }),
    header: z.exactOptional(z.boolean()).meta({ description: 'The first row holds the names of the columns' }),
    decimal: z.exactOptional(z.enum(['.', ','])).meta({ description: 'What stands before the decimals of a number' }),
  })
  .meta({ id: 'ReadOptions', description: 'How a file is read; what is not told is found out from the file' });
export type ReadOptions = z.infer<typeof readOptionsSchema>;
