import type { OpportunityTexts } from '../../src/capabilities/formulation/contract.ts';
import { count, percent } from '../kit/figures.ts';
import { lateAfterMinutes, type Measured, station } from './measure.ts';
import { ruleInWords } from './value-model.ts';

export const title = `Crew at ${station} is planned too late for late arrivals`;

/** The opportunity in the words of the station manager, with the figures that the file gives. No solution in it. */
export function opportunity(data: Measured): OpportunityTexts {
  const inTime = data.arrivals - data.late;
  return {
    currentSituation: `Arrival crews at ${station} are planned by the timetable. When a flight comes in more than ${lateAfterMinutes} minutes late, the planned crew is at the end of its shift or already at the next gate, and another has to be found at short notice. From January to March 2001 that happened ${count(data.late)} times in ${count(data.arrivals)} arrivals.`,
    affected:
      'Passengers who miss a connection, crews who are kept beyond their shift, crew planners who phone around, and the airlines that pay for both.',
    frequency: `${percent(data.late / data.arrivals)} of all arrivals, ${count(data.late / data.days)} a day; between ${percent(data.lateShare.low)} and ${percent(data.lateShare.high)} in the best and the worst month.`,
    cost: 'About 95 euros for a late arrival for which nobody was ready, 38 euros when a crew was; 22 euros for a crew that was called in for nothing. These are assumptions of this example, not figures of the station.',
    currentDecision: `By the record of the route: ${ruleInWords}. Between January and March this foresaw ${percent(data.ruleHits / data.late)} of the late arrivals, and called in crew for ${percent(data.ruleFalseAlarms / inTime)} of the arrivals in time.`,
    evidence: `Every arrival at ${station} of the first quarter of 2001, with its delay: ${count(data.arrivals)} rows, counted again each time this example is built; the file below has them by hour of departure. The crew planner confirms the pattern; the overtime sheets of March are with the station manager.`,
    context:
      'The moment at which something can still be arranged is the departure of the flight: from then on there are one to four hours. What the same day has brought until then is known. The works council asks that nobody is called in more than twice a week for nothing. The flights in this example are real; the people, what they say and the euros are invented.',
  };
}

/** Late arrivals by the hour in which the flight departed, as a file beside the opportunity. */
export function lateByHour({ byHour }: Measured): { title: string; text: string } {
  const rows = byHour.map(({ hour, arrivals, late }) => `${hour},${arrivals},${late},${(late / arrivals).toFixed(4)}`);
  return {
    title: 'late-arrivals-by-hour-of-departure.csv',
    text: `hour_of_departure,arrivals,late,late_share\n${rows.join('\n')}\n`,
  };
}

export const source = {
  url: 'https://www.transtats.bts.gov/',
  title: 'On-time performance of US flights, Bureau of Transportation Statistics',
};

export const objectiveText = 'Late arrivals find a crew that is ready, without crews being called in for nothing';

export const acceptReasons = `It happens every day, it is counted, and both sides of it cost money: crews that wait, and flights that find no crew. That is worth finding out what would help.`;

export const goReasons = `A forecast at departure pays when it catches enough late arrivals at few false alarms; the required level is far below what perfect foresight would bring, and today's rule sets a low bar. The rule sharpened by the hour is put to use on Monday, since it costs next to nothing; it brings about a fifth of what is hoped for here. A standby crew in the evening costs more than it brings, and what the airlines could sell comes too late. What is needed is known at departure. Two things must be certain before the data is accepted: that the delays of the same day arrive in time, and that the works council agrees.`;
