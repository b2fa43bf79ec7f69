import { z } from 'zod';
import { figureSchema } from './figure.ts';

const share = z.number().min(0).max(1);

/** How far a column of one table lies from the same column of another, both counted in the frame of the first. */
export const columnComparisonSchema = z.object({
  column: z.string(),
  cells: z.int().min(0).meta({
    description: 'in which both were counted: about ten with as many of the first each, or one for each value',
  }),
  reference: z.int().min(0).meta({ description: 'finite values of the first' }),
  current: z.int().min(0),
  stabilityIndex: figureSchema.meta({ description: 'population stability index, with half a case added to each cell' }),
  chance: figureSchema.meta({
    description: 'how likely so large an index is when nothing has changed, from the numbers alone',
  }),
  adjustedChance: figureSchema.meta({
    description: 'the same, given how many columns are compared (Benjamini and Hochberg)',
  }),
  jensenShannon: figureSchema.meta({ description: 'distance in base 2, from 0 to 1' }),
  hellinger: figureSchema,
  totalVariation: figureSchema.meta({ description: 'the share of cases that would have to move' }),
  cramersV: figureSchema,
  chanceOfChiSquare: figureSchema,
  kolmogorov: figureSchema
    .nullable()
    .meta({ description: 'of what can be measured: the largest difference of shares below a value' }),
  chanceOfKolmogorov: figureSchema.nullable(),
  wasserstein: figureSchema
    .nullable()
    .meta({ description: 'how far values would have to move, in standard deviations of the first' }),
  shiftOfMean: figureSchema.nullable().meta({ description: 'in standard deviations of the first' }),
  missing: z
    .object({ reference: share, current: share, chance: figureSchema })
    .meta({ description: 'shares of rows that are null, not a number, or infinite' }),
});
export type ColumnComparison = z.infer<typeof columnComparisonSchema>;
