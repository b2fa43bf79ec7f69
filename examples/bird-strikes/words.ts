import type { OpportunityTexts } from '../../src/capabilities/formulation/contract.ts';
import { count, percent } from '../kit/figures.ts';
import { firstYear, lastYear, type Measured, sizes } from './measure.ts';

export const title = 'Mechanics and spare aircraft come too late after a bird strike';

export function opportunity(data: Measured): OpportunityTexts {
  const { None: unharmed, Substantial: substantial } = data.byDamage;
  return {
    currentSituation: `When a crew reports that it has hit a bird, the aircraft is inspected on landing, as the manual demands. Only then does anybody know whether a team, a hangar or a spare aircraft is needed; by that time the team is elsewhere and the passengers are at the gate. Of ${count(data.reports)} reported strikes ${count(data.reports - unharmed)} did damage, ${count(substantial)} of them substantial.`,
    affected:
      'Passengers who are rebooked, mechanics who are sent about, the airlines that hire a spare aircraft at the last minute.',
    frequency: `About ${count(data.perYear.likely)} reports a year (mean of ${firstYear} to ${lastYear}); ${percent(unharmed / data.reports)} without damage, ${percent(substantial / data.reports)} with substantial damage.`,
    cost: `Waiting: about 4,200 euros when damage that is minor finds nobody, 46,000 when it is substantial; 650 for a team and 6,500 for a hangar that was not needed. These are assumptions of this example. The repair comes on top and is the same whatever is sent: the median of the ${count(data.priced.reports)} substantial ones with an amount is ${count(data.priced.medianRepair_usd)} dollars, so it is left out.`,
    currentDecision: `By the size of the animal as the crew reports it: small, nothing more than the inspection; medium, a team at the gate; large, a hangar and a spare aircraft are held. ${ofSubstantial(data)}`,
    evidence: `The wildlife strikes that airlines reported to the FAA from 1990 to 2002, a sample of ten thousand of which ${count(data.reports)} are used: those of business jets are left out, and those of the military, which write damage in codes that nobody could explain.`,
    context:
      'The inspection itself is prescribed and is not in question: nothing here may shorten or replace it. What is asked is only who and what stands ready. The reports are real; the company, its people, what they say and its euros are invented.',
  };
}

function ofSubstantial(data: Measured): string {
  const [small = 0, medium = 0, large = 0] = sizes.map(
    (size) => data.counts.find((each) => each.damage === 'Substantial' && each.size === size)?.count ?? 0,
  );
  const all = small + medium + large;
  return `Of the strikes with substantial damage ${percent(small / all)} were by a small animal and ${percent(medium / all)} by a medium one, so the rule held no hangar for ${percent((small + medium) / all)} of them.`;
}

export const source = {
  url: 'https://wildlife.faa.gov/',
  title: 'FAA wildlife strike database',
};

export const acceptReasons =
  'Three strikes in a hundred end in an aircraft that stands for a day, and we find out when it is at the gate. The rule by size misses two out of three of them. Worth finding out what the report of the crew could tell us earlier.';
