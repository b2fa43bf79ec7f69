import type { OpportunityTexts } from '../../src/capabilities/formulation/contract.ts';
import { count, percent } from '../kit/figures.ts';
import { type Measured, judgedIn } from './measure.ts';
import { degrees, kiosks } from './value-model.ts';

export const title = 'Ice for tomorrow is ordered by the heat of today';

export function opportunity(data: Measured): OpportunityTexts {
  return {
    currentSituation: `Each of our ${kiosks} kiosks on the lake orders its fresh ice at four in the afternoon for the day after. The seller looks at the thermometer and orders as if tomorrow will be as warm. On a cooler day buckets are thrown away in the evening; on a warmer one the kiosk is sold out by four.`,
    affected:
      'Sellers, who have to disappoint a queue or throw good ice away; the ice maker, whose vans drive half full; customers on the warmest days.',
    frequency: `Every day of the season, May to September. On ${count(data.farOffDays)} of ${count(data.days)} days the highest temperature was more than three degrees off from the day before: ${percent(data.farOffDays / data.days)}.`,
    cost: 'About 9 euros for each degree too high and 14 for each degree too low, for a kiosk and a day, beyond the first degree. These are assumptions of this example.',
    currentDecision: `Tomorrow as today. Over four seasons that was off by ${degrees(data.ruleError)} °C (one standard deviation), as often too high as too low.`,
    evidence: `The highest temperature of every day in Seattle from 2012 to 2015, ${count(data.days)} days of four seasons, as the weather service published it. The last season, ${judgedIn}, was kept apart to judge by.`,
    context:
      'The contract with the ice maker is three years old; why the order must be in by four, nobody could say at once. The weather is real; the kiosks, the people, what they say and the euros are invented.',
  };
}

export const source = { url: 'https://www.ncdc.noaa.gov/cdo-web/', title: 'Daily weather of Seattle, NOAA' };

export const acceptReasons =
  'Ice is thrown away and customers are sent away on one day in three. It is small money for each kiosk and every day the same question. Two weeks to find out what would help.';

export function noGoReasons(data: Measured): string {
  return `Even a perfect forecast of tomorrow would bring less than it sounds: the value page says how much, and after the fixed cost little of it is left. To pay at all, a model would have to be less than half as far off as today. The best line that we can draw through what we have is off by ${degrees(data.lineErrorJudged)} °C in a season that it had not seen, against ${degrees(data.ruleErrorJudged)} °C for the rule: hardly better. The weather service does better than we ever will, for nothing. And the forecast is not the heart of it: the order is placed sixteen hours too early.`;
}

export const redirect =
  'The order moves from four in the afternoon to seven in the morning of the day itself, with the forecast that the weather service publishes at six. The ice maker agrees, for a second van on warm days. Sofie Willems, manager of the kiosks, tries it in June at four kiosks and in July at all of them; it is priced under the alternatives and brings more than any model could.';

export const lessons =
  'Ask first when the decision has to be taken, and only then how well it can be foretold: moving the moment was worth more than any forecast. Compute what perfect would bring before looking at data; here that took a quarter of an hour. A public forecast is an alternative to price, too. And four seasons of one thermometer are no ground to compete with a weather service.';
