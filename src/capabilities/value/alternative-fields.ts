import { z } from 'zod';
import { cost, decimal, estimate, rate, runCost } from './model-fields.ts';

/** What somebody gives of an alternative to a model; a part may be absent as long as it is not known. */
export const alternativeFiguresSchema = z
  .strictObject({
    buildCost: z.exactOptional(estimate(cost, 'What it costs once: to build, to buy, to change')),
    runCostPerYear: z.exactOptional(runCost),
    brings: z.exactOptional(
      z
        .discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('recall-and-precision'),
            recall: rate('The recall'),
            precision: rate('The precision'),
          }),
          z.strictObject({
            kind: z.literal('yearly-saving'),
            savingPerYear: estimate(decimal, 'What it saves a year over today’s practice, or over doing nothing'),
          }),
        ])
        .meta({ description: 'What it catches, for a yes-or-no task; or what it saves a year, whatever the task' }),
    ),
  })
  .meta({ id: 'AlternativeFigures' });
export type AlternativeFigures = z.infer<typeof alternativeFiguresSchema>;
