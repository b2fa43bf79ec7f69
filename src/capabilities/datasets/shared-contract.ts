import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });

/** Id of something within the problem; always looked up within that problem. */
export function withinProblem<const Name extends string>(name: Name, description: string) {
  return problemParams.extend({ [name]: idField.meta({ description }) } as Record<Name, z.ZodType<string, string>>);
}

export const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
export const versionField = z.int().meta({ description: 'Send it back in If-Match when you change this' });
export const removedSchema = z.object({ id: z.string(), removedAt: moment('When it was removed') });
export const atLeastOne = (fields: object) => Object.keys(fields).length > 0;
export const oneField = { error: oneFieldAtLeast };
export const personField = z.string().meta({ description: 'Id of the person' });

export const line = (description: string) => lineField({ max: 300 }).meta({ description });
export const words = (description: string) => textField({ max: 5000 }).meta({ description });
export const nameField = lineField({ max: 120, min: 1 });

/** A column as a place within its version: an anchor takes letters, digits, _ . and - only. */
export const placeOfColumn = (name: string): string => `column.${name.replace(/[^\w.-]/g, '_')}`.slice(0, 200);

export const personalDataKinds = ['unknown', 'none', 'personal', 'special'] as const;
export type PersonalData = (typeof personalDataKinds)[number];
export const personalDataField = z.enum(personalDataKinds).meta({
  description:
    'unknown: nobody looked; none; personal: it tells of people; special: health, beliefs, origin and what else the GDPR names in article 9',
});

export const columnSchema = z
  .object({
    name: z.string(),
    type: z.string().meta({ description: 'As DuckDB writes it: BIGINT, VARCHAR, DECIMAL(18,3), TIMESTAMP' }),
  })
  .meta({ id: 'DatasetColumn' });
export type Column = z.infer<typeof columnSchema>;
