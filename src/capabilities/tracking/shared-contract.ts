import { z } from 'zod';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
export const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
export const personField = z.string().meta({ description: 'Id of the person' });

/** To which problem things go; null is back to the inbox. */
export const targetField = idField.nullable().meta({ description: 'Id of the problem; null for the inbox' });

/** How a list of what waits is asked for. */
export const waitingQuery = z.object({
  text: lineField({ max: 200 }).default('').meta({ description: 'What is in the name' }),
  cursor: z.exactOptional(textField({ max: 64 })).meta({ description: 'The `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const nextField = z
  .string()
  .nullable()
  .meta({ description: 'Cursor of the next page; null when this is the last' });

const proposalSchema = z.object({
  problemId: z.string(),
  problemTitle: z.string(),
  pattern: z.string().meta({ description: 'The naming rule that says so' }),
});
export type Proposal = z.infer<typeof proposalSchema>;
export const proposalsField = z
  .array(proposalSchema)
  .meta({ description: 'Problems to which a naming rule would bring it; more than one are equally specific' });

export const movedField = z
  .array(
    z.object({
      id: z.string(),
      before: z.string().nullable().meta({ description: 'Problem to which it belonged; null for the inbox' }),
    }),
  )
  .meta({ description: 'What was elsewhere' });
