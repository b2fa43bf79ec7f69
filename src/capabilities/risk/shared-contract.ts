import { z } from 'zod';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
export const versionField = z.int().meta({ description: 'Send it back in If-Match when you change this' });
export const dayField = z.string().meta({ description: 'Year-month-day' });

export const nameField = lineField({ max: 200 }).meta({ description: 'Name of a person; empty: nobody yet' });
export const reasonField = textField({ max: 5000 });

/** An answer to one question, in words or by choice. */
export const answerBody = z.strictObject({
  choice: idField.nullable().meta({ description: 'Id of the choice; null takes the answer back' }),
  reason: reasonField.default('').meta({ description: 'Why: the facts that this answer stands on' }),
});

export const questionSchema = z.object({
  id: z.string(),
  article: z.string().meta({ description: 'Place in the law' }),
  text: z.string(),
  hint: z.string(),
  isAsked: z.boolean().meta({ description: 'Answered on the way, or the one that is open' }),
  given: z.object({ choice: z.string(), reason: z.string() }).nullable(),
  choices: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      article: z.string().nullable(),
      group: z.string().nullable().meta({ description: 'Heading under which it belongs' }),
      needsReason: z.boolean().meta({ description: 'Counts only with its reasons' }),
    }),
  ),
});
export type ShownQuestion = z.infer<typeof questionSchema>;
