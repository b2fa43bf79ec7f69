import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';

export const routes = ['off_the_shelf', 'customised', 'built_by_vendor', 'own'] as const;
export type RouteName = (typeof routes)[number];

const amount = (description: string) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,8})?$/, {
      error: inBoth(
        'Write an amount with a point for the decimals, such as 25000 or 0.0015',
        'Schrijf een bedrag met een punt voor de decimalen, zoals 25000 of 0.0015',
      ),
    })
    .meta({ description });

const routeCostsSchema = z.strictObject({
  build: amount('Once: making it, or fitting it into what is there'),
  data: amount('Once: collecting and labelling data'),
  run: amount('Each year, however much it is used'),
  maintain: amount('Each year: people who keep it right'),
  perCall: amount('For each prediction: its price, or what it costs to compute'),
  exit: amount('Once, at the end: moving to something else'),
});

export type RouteCostsGiven = z.infer<typeof routeCostsSchema>;

export const costsSchema = z
  .strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, {
      error: inBoth('A currency is three capitals, such as EUR', 'Een valuta is drie hoofdletters, zoals EUR'),
    }),
    callsPerYear: z.int().min(0).max(1e12).nullable().meta({ description: 'Predictions in the first year' }),
    growth: z
      .string()
      .regex(/^-?\d{1,2}(\.\d{1,4})?$/, {
        error: inBoth(
          'Write the growth as a share, such as 0.1 for ten per cent',
          'Schrijf de groei als deel, zoals 0.1 voor tien procent',
        ),
      })
      .refine((growth) => Number(growth) > -1, {
        error: inBoth('It cannot shrink by more than everything', 'Het kan niet met meer dan alles krimpen'),
      })
      .meta({ description: 'By how much the use grows each year: 0.1 is ten per cent' }),
    routes: z.partialRecord(z.enum(routes), routeCostsSchema).meta({ description: 'Those that were priced' }),
  })
  .meta({ description: 'Build against buy, over three years' });

export const costYears = 3;

export const costsResultSchema = z.object({
  routes: z.array(
    z.object({
      route: z.enum(routes),
      once: z.string(),
      fixed: z.string().meta({ description: 'Paid over the years whether it is used or not, with the exit' }),
      calls: z.string().meta({ description: 'Paid for predictions' }),
      total: z.string(),
      cumulative: z.array(z.string()).meta({ description: 'After each year' }),
    }),
  ),
  cheapest: z.enum(routes).nullable(),
  crossovers: z
    .array(
      z.object({
        route: z.enum(routes).meta({ description: 'Dearer to have, cheaper to use' }),
        other: z.enum(routes),
        calls: z.int().meta({ description: 'From so many predictions over the years it is the cheaper one' }),
      }),
    )
    .meta({ description: 'Volume at which one route overtakes another' }),
});
export type CostsResult = z.infer<typeof costsResultSchema>;
