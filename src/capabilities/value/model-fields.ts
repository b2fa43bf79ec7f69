import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { compareDecimals, decimalPattern, describeBadDecimal } from './money.ts';
import { describeDisorder } from './estimate.ts';

/** A figure of somebody's own, in a sentence: Dutch writes a comma. */
const written = (given: unknown) => JSON.stringify(given);
const writtenInDutch = (given: unknown) =>
  typeof given === 'number' ? String(given).replace('.', ',') : JSON.stringify(given);

export const decimal = z
  .string({
    error: ({ input }) =>
      input === undefined
        ? inBoth(
            'An amount is missing; expected is a text such as "1234.50".',
            'Er ontbreekt een bedrag; verwacht wordt een tekst zoals "1234.50".',
          )()
        : inBoth(
            `An amount is written as text, such as "1234.50", so that no digit is lost; given is ${written(input)}.`,
            `Een bedrag wordt als tekst geschreven, zoals "1234.50", zodat geen cijfer verloren gaat; gegeven is ${writtenInDutch(input)}.`,
          )(),
  })
  .regex(decimalPattern, { abort: true, error: (issue) => describeBadDecimal(String(issue.input)) })
  .meta({ description: 'An exact amount as text, with a point and no thousands separators: 1234.50' });

export const cost = decimal.refine((text) => !text.startsWith('-'), {
  error: ({ input }) =>
    inBoth(
      `A cost is written as a positive amount, since its name says it is a cost; given is ${String(input)}.`,
      `Kosten worden als positief bedrag geschreven: de naam zegt al dat het kosten zijn; gegeven is ${String(input)}.`,
    )(),
});

export function numberBetween(what: string, low: number, high: number) {
  const [least, most] = [low, high].map((bound) => writtenInDutch(bound));
  return z
    .number({
      error: ({ input }) =>
        inBoth(
          `${what} is a number from ${low} to ${high}; given is ${written(input)}.`,
          `Dit is een getal van ${least} tot ${most}; gegeven is ${writtenInDutch(input)}.`,
        )(),
    })
    .min(low, {
      error: ({ input }) =>
        inBoth(
          `${what} runs from ${low} to ${high}; given is ${written(input)}.`,
          `Dit is minstens ${least}; gegeven is ${writtenInDutch(input)}.`,
        )(),
    })
    .max(high, {
      error: ({ input }) =>
        inBoth(
          `${what} runs from ${low} to ${high}; given is ${written(input)}.`,
          `Dit is hoogstens ${most}; gegeven is ${writtenInDutch(input)}.`,
        )(),
    });
}

export const source = z
  .exactOptional(z.string().max(2000))
  .meta({ description: 'Where this figure comes from: a person, a report, a measurement' });

/** What an expert gives for one figure: the likely value, and the low and high between which it will nearly always lie. */
export function estimate<Shape extends z.ZodType<string> | z.ZodType<number>>(value: Shape, description: string) {
  const shape = { low: z.exactOptional(value), likely: value, high: z.exactOptional(value), source };
  return z
    .strictObject(shape)
    .superRefine((given, context) => {
      const { low, likely, high } = given as { low?: string | number; likely: string | number; high?: string | number };
      const problem = describeDisorder({ low, likely, high }, (a, b) =>
        typeof a === 'string' && typeof b === 'string' ? compareDecimals(a, b) : Number(a) - Number(b),
      );
      if (problem !== undefined)
        context.addIssue({
          code: 'custom',
          path: [problem.field],
          message: inBoth(problem.message, problem.nl)(),
          input: given,
        });
    })
    .meta({ description });
}

export const rate = (what: string) => estimate(numberBetween(what, 0, 1), `${what}, a share from 0 to 1`);
export const size = (what: string) => estimate(numberBetween(what, 0, 1e12), what);

const perRow = z
  .strictObject({
    kind: z.literal('per-row'),
    column: z.string().min(1).max(200).meta({ description: 'Name of a numeric column of the data' }),
    rate: decimal.meta({ description: 'Value per unit of the column; negative for a cost' }),
    plus: decimal.meta({ description: 'Constant part of the value, added to rate × column' }),
    mean: estimate(
      numberBetween('The mean of the column', -1e12, 1e12),
      'Mean of the column over the cases of this truth; used before there is data',
    ),
    source,
  })
  .meta({ description: 'An amount that differs by row: rate × column + plus' });

const constant = (value: z.ZodType<string>) =>
  z.strictObject({ kind: z.literal('constant'), value: estimate(value, 'The same for every case') });

export const value = z.discriminatedUnion('kind', [constant(decimal), perRow]).meta({
  id: 'OutcomeValue',
  description: 'Value of one case for the organisation: a gain is positive, a cost negative',
});
export const costPerUnit = z
  .discriminatedUnion('kind', [constant(cost), perRow])
  .meta({ id: 'CostPerUnit', description: 'Cost of an error of one unit of the target: positive' });

/** What a project or a practice costs a year to keep running. */
export const runCost = estimate(cost, 'What it costs a year to keep this running').meta({ id: 'RunCost' });
export const ownRunCost = { runCostPerYear: z.exactOptional(runCost) };
export const name = z.string().min(1).max(200);

type Optional<Shape extends z.ZodRawShape> = { [Key in keyof Shape]: z.ZodExactOptional<Shape[Key]> };

/** The same fields, each of which may be absent. */
export function optional<Shape extends z.ZodRawShape>(shape: Shape): Optional<Shape> {
  const fields = Object.entries(shape).map(([key, field]) => [key, z.exactOptional(field as z.ZodType)]);
  return Object.fromEntries(fields) as Optional<Shape>;
}
