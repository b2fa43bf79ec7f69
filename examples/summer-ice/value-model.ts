import type { RegressionValueModel } from '../../src/capabilities/value/contract.ts';
import { amount, assumed as assume, estimate } from '../kit/figures.ts';
import { daysPerSeason, judgedIn, learnedUntil, type Measured } from './measure.ts';

const assumed = assume('manager of the kiosks');
const measured = 'Counted in the daily weather of Seattle, May to September of 2012 to 2015';
export const kiosks = 14;
/** As a value model takes a size of error: a hundredth of a degree is finer than anybody can order. */
export const degrees = (value: number) => Number(value.toFixed(2));

/** What a degree too much or too little costs: euros are assumptions and say so, errors are measured. */
export function valueModel(data: Measured): RegressionValueModel {
  return {
    task: 'regression',
    currency: 'EUR',
    unit: '°C',
    volumePerYear: {
      likely: kiosks * daysPerSeason,
      source: `${kiosks} kiosks, an assumption of this example, times the ${daysPerSeason} days of a season`,
    },
    overCostPerUnit: amount(['6', '9', '13'], `Ordered for a warmer day: ice that melts or is thrown away. ${assumed}`),
    underCostPerUnit: amount(['9', '14', '20'], `Ordered for a cooler day: sold out by four. ${assumed}`),
    tolerance: { likely: 1, source: `One degree is within what a kiosk can bear. ${assumed}` },
    steps: [],
    targetSigma: { likely: degrees(data.spread), source: measured },
    today: {
      kind: 'sigma',
      sigma: { likely: degrees(data.ruleError), source: `${measured}: tomorrow is taken to be as warm as today` },
      bias: { likely: degrees(data.ruleBias), source: measured },
    },
    expected: {
      sigma: {
        low: 2.6,
        likely: degrees(data.lineErrorJudged),
        high: degrees(data.ruleErrorJudged),
        source: `Likely: the best line through yesterday and the month, learned until ${learnedUntil} and judged in ${judgedIn}. Low: what the data scientist could hope for with more than that; high: no better than today`,
      },
    },
    runCostPerYear: estimate(['12000', '18000', '25000'], assumed),
    buildCost: estimate(['30000', '45000', '70000'], assumed),
    depreciationYears: 3,
    adoption: estimate([0.7, 0.9, 1], assumed),
    scenarios: [
      {
        name: 'Twice as many kiosks',
        note: 'If the plan for the other shore goes ahead.',
        changes: { volumePerYear: { likely: 2 * kiosks * daysPerSeason } },
      },
      {
        name: 'Half as far off',
        note: 'Better than anything we know of for the day after, to see whether it would matter.',
        changes: { expected: { sigma: { likely: degrees(data.ruleError / 2) } } },
      },
    ],
  };
}
