import { z } from 'zod';
import { dateWritten } from '../../platform/endpoint/field-words.ts';
import { idField } from '../../platform/endpoint/text-field.ts';

export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
export const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
export const versionField = z.int().meta({ description: 'Send it back in If-Match when you change this' });
export const removedSchema = z.object({ id: z.string(), removedAt: moment('When it was removed') });
export const dayField = (description: string) => z.iso.date({ error: dateWritten }).meta({ description });
