import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { type Answer, defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { columnSchema } from './shared-contract.ts';
import { versionParams } from './version-contract.ts';

/** More than this nobody reads; a summary says more. */
export const mostAnswerRows = 10_000;

const viewName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, {
  error: inBoth(
    'Name a table in small letters, digits and _, such as last_month',
    'Noem een tabel met kleine letters, cijfers en _, zoals vorige_maand',
  ),
});

export const askInSql = defineEndpoint({
  id: 'askInSql',
  method: 'POST',
  path: '/api/problems/:problemId/dataset-versions/:versionId/question',
  permission: 'data.question',
  summary: 'Answers one SELECT over the rows of a version, which is the table `data`. The question is kept on record.',
  params: versionParams,
  body: z.strictObject({
    sql: textField({ max: 20_000, min: 1 }).meta({
      description: 'One SELECT, as DuckDB reads it; nothing outside the tables it is given can be reached',
    }),
    tables: z
      .record(
        viewName.refine((name) => name !== 'data', {
          error: inBoth('data is the version that is asked about', 'data is de versie waarover wordt gevraagd'),
        }),
        idField,
      )
      .refine((given) => Object.keys(given).length <= 10, {
        error: inBoth('Give at most 10 further tables', 'Geef hoogstens 10 andere tabellen'),
      })
      .default({})
      .meta({ description: 'Ids of further versions of this problem, by the name of their table' }),
    maxRows: z.int().min(1).max(mostAnswerRows).default(1000).meta({ description: 'The most rows that are answered' }),
  }),
  answer: z.object({
    columns: z.array(columnSchema),
    rows: z
      .array(z.array(z.unknown()))
      .meta({ description: 'Whole numbers beyond 2^53 and decimals as text, moments as ISO 8601' }),
    truncated: z.boolean().meta({ description: 'There are more rows than these' }),
    took_ms: z.int(),
  }),
  cli: { command: 'dataset query' },
});
export type SqlAnswer = Answer<typeof askInSql>;
