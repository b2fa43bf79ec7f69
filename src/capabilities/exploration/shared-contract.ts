import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { idField } from '../../platform/endpoint/text-field.ts';

export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });

/** Id of something within the problem; always looked up within that problem. */
export const withinProblem = <const Name extends string>(name: Name, description: string) =>
  problemParams.extend({ [name]: idField.meta({ description }) } as Record<Name, z.ZodType<string, string>>);

export const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
export const versionField = z.int().meta({ description: 'Send it back in If-Match when you change this' });
export const personField = z.string().meta({ description: 'Id of the person' });
export const atLeastOne = (fields: object) => Object.keys(fields).length > 0;
export const oneField = { error: oneFieldAtLeast };

export const columnField = z.string().min(1).max(300).meta({ description: 'Name of a column' });
export const valueField = z.string().max(500).meta({ description: 'As the profile writes it' });
