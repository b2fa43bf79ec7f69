import { answeredBy, begunBy, doesNotApply, standsAt } from '../kit/checklist-items.ts';
import { daysAfter } from '../kit/day.ts';
import { count } from '../kit/figures.ts';
import type { WrittenItem } from '../kit/written-example.ts';
import { earliestMinutes, type Measured } from './measure.ts';
import { cast } from './people.ts';

/** What each of the seven roles asks before the go, by the key of its item; and what has begun for the gate after. */
export function checklist(data: Measured, day: string): Record<string, WrittenItem> {
  return { ...ofTheBusiness, ...ofTheData(data, daysAfter(day, 45)), ...ofTheTechnique, ...ofTheRisk };
}

const ofTheBusiness: Record<string, WrittenItem> = {
  'what-happens-now': standsAt('opportunity'),
  'business-context': answeredBy(
    cast.sme,
    'a bank is a wave of arrivals within an hour; "late" is at the gate, not at touchdown; at Easter and Thanksgiving the roster is another one.',
  ),
  'heard-everybody': standsAt('team'),
  'cost-of-mistakes': standsAt('value'),
  reporting: answeredBy(
    cast.sme,
    'every Monday at the start of the early shift: how many late arrivals found a crew, how many crews came for nothing, and what that was in euros.',
  ),
  'worth-looking-at': answeredBy(
    cast.sponsor,
    'another year as it is costs what the value page says for today; two weeks of looking into it is well spent.',
  ),
  'held-to-objectives': standsAt('requirements'),
  budget: answeredBy(
    cast.sponsor,
    '180,000 euros to build and 90,000 a year to run, as in the value model. After three poor months in a row it stops, and the sheet with the rule comes back.',
  ),
  'owner-in-operation': answeredBy(cast.sponsor, `${cast.sme}, with half a day a week set aside for it.`),
  'no-go-conditions': answeredBy(
    cast.sponsor,
    'a no-go if today’s departures cannot be had within ten minutes, or if the works council says no. Then the rule is sharpened by the hour of the day.',
  ),
  'same-text-for-all': answeredBy(
    cast.sponsor,
    'a planner who was not there read the one page and told it back; the word "recall" was taken out after that.',
  ),
};

function ofTheData(data: Measured, dueDate: string): Record<string, WrittenItem> {
  return {
    'verdict-per-key-result': standsAt('requirements'),
    'rule-to-beat': answeredBy(
      cast.data_scientist,
      'the record of the route, counted over the first quarter: it is the baseline of the first key result and today’s practice on the value page.',
    ),
    'what-is-predicted': standsAt('translation'),
    'sources-with-expert': answeredBy(
      cast.data_engineer,
      `went through them with ${cast.sme}: the statistics office for the past, the airport’s own feed for today. The airlines’ forecast was left out: too late, and not ours.`,
    ),
    'which-data': standsAt('translation'),
    'one-off-extracts': answeredBy(
      cast.data_engineer,
      'the file of 2001 is one. Before release the feed of departures takes its place.',
    ),
    'may-be-used': answeredBy(
      cast.data_engineer,
      'flights are public. Calls are counted without names, and kept for two years.',
    ),
    'odd-patterns': begunBy(cast.sme, {
      text: `${count(data.oddRows)} arrivals more than ${earliestMinutes} minutes early are mistakes. The peak after midnight is not explained yet.`,
      dueDate,
    }),
  };
}

const ofTheTechnique: Record<string, WrittenItem> = {
  'who-uses-it': answeredBy(cast.software_engineer, 'the roster system, list of arrivals; my team looks after it.'),
  'demands-of-application': answeredBy(
    cast.software_engineer,
    'at most 40 requests a minute, an answer within a second, from 5:00 to 1:00. No answer: the list without it.',
  ),
  'way-to-production': answeredBy(
    cast.software_engineer,
    'the pipeline of the roster system, test and acceptance, release on Tuesdays; the shift leader approves.',
  ),
  'where-it-must-work': answeredBy(
    cast.analytics_architect,
    'in the data centre of the airport, beside the roster. No device, no outside connection.',
  ),
  'non-functional': answeredBy(
    cast.analytics_architect,
    'one second, 99 % of the shifts, 12,000 euros a year of machines at most, patched within two weeks.',
  ),
  'nothing-fixed-yet': answeredBy(cast.analytics_architect, 'no product is named anywhere, and none is needed yet.'),
  'what-is-there': doesNotApply(
    cast.analytics_architect,
    'looked for: no other team foretells arrivals, and the airlines do not share theirs.',
  ),
};

const ofTheRisk: Record<string, WrittenItem> = {
  'begin-assessment': standsAt('risk'),
  'class-of-the-law': standsAt('risk'),
  'privacy-assessment': standsAt('risk'),
  'who-is-harmed': answeredBy(
    cast.risk_manager,
    'crews, by a call for nothing or a shift that runs over; passengers, by a wait. The works council and the station manager watch it every month.',
  ),
  'what-will-be-asked': standsAt('risk'),
};
