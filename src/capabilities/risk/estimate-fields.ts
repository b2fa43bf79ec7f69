import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';

const decimalPattern = /^\d{1,15}(\.\d{1,8})?$/;

interface What {
  en: string;
  nl: string;
}

const decimal = ({ en, nl }: What) =>
  z
    .string()
    .regex(decimalPattern, {
      error: inBoth(
        `Write ${en} as a number that is not negative, with a point for the decimals and no thousands separators, such as 12.5`,
        `Schrijf ${nl} als een getal dat niet negatief is, met een punt voor de decimalen en zonder punten bij duizendtallen, zoals 12.5`,
      ),
    })
    .meta({ description: `${en}, as a decimal string` });

/** Low and high are both there or both absent: then the figure is taken as certain. */
function estimateOf(what: What) {
  return {
    low: z.exactOptional(decimal(what)),
    likely: decimal(what),
    high: z.exactOptional(decimal(what)),
    source: z.exactOptional(z.string().max(2000)).meta({ description: 'Where this figure comes from' }),
  };
}

interface Bounds {
  low?: string;
  likely: string;
  high?: string;
}

const isWhole = ({ low, high }: Bounds) => (low === undefined) === (high === undefined);
const isOrdered = ({ low, likely, high }: Bounds) =>
  low === undefined || high === undefined || (Number(low) <= Number(likely) && Number(likely) <= Number(high));
const whole = {
  error: inBoth(
    'Give both low and high, or neither when the figure is certain',
    'Geef zowel laag als hoog, of geen van beide als het cijfer zeker is',
  ),
};
const ordered = {
  error: inBoth(
    'Low, likely and high must go up in that order',
    'Laag, waarschijnlijk en hoog moeten in die volgorde oplopen',
  ),
};

export const impactField = z
  .strictObject(estimateOf({ en: 'the impact', nl: 'de gevolgen' }))
  .refine(isWhole, whole)
  .refine(isOrdered, ordered)
  .meta({ description: 'What it costs the company each time, in the currency of the register' });
export type Impact = z.infer<typeof impactField>;

export const likelihoodField = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('per_year'),
      ...estimateOf({ en: 'the times a year', nl: 'het aantal keren per jaar' }),
    }),
    z.strictObject({
      kind: z.literal('chance'),
      horizonYears: z.int().min(1).max(50).meta({ description: 'Within how many years' }),
      ...estimateOf({ en: 'the chance (a share from 0 to 1)', nl: 'de kans (een deel van 0 tot 1)' }),
    }),
  ])
  .refine(isWhole, whole)
  .refine(isOrdered, ordered)
  .refine(({ kind, likely, high }) => kind === 'per_year' || Number(high ?? likely) <= 1, {
    error: inBoth(
      'A chance is a share from 0 to 1: write 5 per cent as 0.05',
      'Een kans is een deel van 0 tot 1: schrijf 5 procent als 0.05',
    ),
  })
  .meta({ description: 'How often a year, or with which chance within some years' });
export type Likelihood = z.infer<typeof likelihoodField>;
