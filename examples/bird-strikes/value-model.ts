import type { MulticlassValueModel } from '../../src/capabilities/value/contract.ts';
import { amount, assumed as assume, estimate, sharesOf } from '../kit/figures.ts';
import { type Damage, damages, firstYear, lastYear, type Measured, type Size } from './measure.ts';

const assumed = assume('maintenance control and finance');
const measured = 'Counted in the wildlife strikes that airlines reported to the FAA, 1990 to 2002';

export const decisions = ['The usual inspection', 'A team at the gate', 'Hangar and spare aircraft'] as const;
/** Today's rule: the size of the animal, as the crew reports it, says what is sent. */
export const rule: Record<Size, (typeof decisions)[number]> = {
  Small: 'The usual inspection',
  Medium: 'A team at the gate',
  Large: 'Hangar and spare aircraft',
};

const names: Record<Damage, string> = {
  None: 'No damage',
  Minor: 'Minor damage',
  Medium: 'Medium damage',
  Substantial: 'Substantial damage',
};

/** In euros a strike, by damage and what was sent: waiting, rebooking and spare aircraft. The repair itself is left out. */
const waiting: Record<Damage, readonly (readonly [string, string, string])[]> = {
  None: [
    ['0', '0', '0'],
    ['-900', '-650', '-450'],
    ['-9000', '-6500', '-4500'],
  ],
  Minor: [
    ['-7000', '-4200', '-2500'],
    ['-2800', '-1900', '-1200'],
    ['-10000', '-7400', '-5000'],
  ],
  Medium: [
    ['-28000', '-19000', '-12000'],
    ['-18000', '-12500', '-8000'],
    ['-14000', '-9800', '-6500'],
  ],
  Substantial: [
    ['-70000', '-46000', '-30000'],
    ['-52000', '-34000', '-22000'],
    ['-32000', '-21000', '-14000'],
  ],
};

/** What the data scientist hopes for, [damage][decision], before anything was tried. */
const hoped = [
  [0.86, 0.12, 0.02],
  [0.35, 0.45, 0.2],
  [0.2, 0.35, 0.45],
  [0.12, 0.28, 0.6],
];

/** What each damage is worth under each decision: euros are assumptions and say so, shares and counts are measured. */
export function valueModel(data: Measured): MulticlassValueModel {
  const shares = sharesOf(damages.map((damage) => data.byDamage[damage]));
  return {
    task: 'multiclass',
    currency: 'EUR',
    volumePerYear: {
      ...data.perYear,
      source: `${measured}: the mean, the quietest and the busiest year of ${firstYear} to ${lastYear}. That one maintenance company serves all these airlines is an assumption of this example`,
    },
    classes: damages.map((damage, index) => ({
      name: names[damage],
      share: { likely: shares[index] ?? 0, source: measured },
    })),
    decisions: [...decisions],
    values: damages.map((damage) =>
      waiting[damage].map((range, decision) => amount(range, saysOf(damage, decisions[decision] ?? ''))),
    ),
    defaultDecision: 'The usual inspection',
    today: {
      kind: 'cases',
      source: `${measured}, as if the rule had been followed each time: small animal, usual inspection; medium, a team at the gate; large, hangar and spare aircraft`,
      rows: data.counts.map(({ damage, size, count }) => ({ truth: names[damage], decision: rule[size], count })),
    },
    expected: { kind: 'confusion', rates: hoped },
    runCostPerYear: estimate(['45000', '60000', '90000'], assumed),
    buildCost: estimate(['110000', '150000', '260000'], assumed),
    depreciationYears: 3,
    adoption: estimate([0.5, 0.7, 0.9], `How often the shift leader will follow the advice. ${assumed}`),
    scenarios: [
      {
        name: 'Spare aircraft in short supply',
        note: 'In summer a spare is hardly to be had: what a hangar and a spare cost, nearly doubled.',
        changes: { values: inSummer() },
      },
      {
        name: 'Better reports',
        note: 'If every crew would name the part that was hit, as the pilots propose.',
        changes: {
          expected: {
            kind: 'confusion',
            rates: [
              [0.9, 0.09, 0.01],
              [0.2, 0.65, 0.15],
              [0.1, 0.3, 0.6],
              [0.05, 0.2, 0.75],
            ],
          },
        },
      },
    ],
  };
}

/** The third decision at 1.8 times its price, the others as they are. */
function inSummer() {
  return damages.map((damage) =>
    waiting[damage].map(([, likely], decision) => ({
      kind: 'constant' as const,
      value: { likely: decision === 2 ? String(Math.round(Number(likely) * 1.8)) : likely },
    })),
  );
}

function saysOf(damage: Damage, decision: string): string {
  if (damage === 'None' && decision === decisions[0])
    return 'Nothing wrong and nothing sent: the zero that the other figures are measured from';
  return `${names[damage]}, ${decision.toLowerCase()}: waiting, rebooking and spare aircraft, without the repair. ${assumed}`;
}
