import type { OpportunityTexts } from '../../src/capabilities/formulation/contract.ts';
import { lateAfterMinutes, type Measured, station } from './measure.ts';
import { ruleInWords } from './value-model.ts';

const count = new Intl.NumberFormat('en');
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

export const title = `Crew at ${station} is planned too late for late arrivals`;

/** The opportunity in the words of the station manager, with the figures that the file gives. No solution in it. */
export function opportunity(data: Measured): OpportunityTexts {
  const inTime = data.arrivals - data.late;
  return {
    currentSituation: `Arrival crews at ${station} are planned by the timetable. When a flight comes in more than ${lateAfterMinutes} minutes late, the planned crew is at the end of its shift or already at the next gate, and another has to be found at short notice. From January to March 2001 that happened ${count.format(data.late)} times in ${count.format(data.arrivals)} arrivals.`,
    affected:
      'Passengers who miss a connection, crews who are kept beyond their shift, crew planners who phone around, and the airlines that pay for both.',
    frequency: `${percent(data.late, data.arrivals)} of all arrivals, ${count.format(Math.round(data.late / data.days))} a day; between ${(100 * data.lateShare.low).toFixed(1)} % and ${(100 * data.lateShare.high).toFixed(1)} % in the best and the worst month.`,
    cost: 'About 95 euros for a late arrival for which nobody was ready, 38 euros when a crew was; 22 euros for a crew that was called in for nothing. These are assumptions of this example, not figures of the station.',
    currentDecision: `By the record of the route: ${ruleInWords}. Between January and March this foresaw ${percent(data.ruleHits, data.late)} of the late arrivals, and called in crew for ${percent(data.ruleFalseAlarms, inTime)} of the arrivals in time.`,
    evidence: `Every arrival at ${station} of the first quarter of 2001, with its delay: ${count.format(data.arrivals)} rows, counted again each time this example is built. The crew planner confirms the pattern; the overtime sheets of March are with the station manager.`,
    context:
      'The moment at which something can still be arranged is the departure of the flight: from then on there are one to four hours. What the same day has brought until then is known. The works council asks that nobody is called in more than twice a week for nothing.',
  };
}

export const alternatives = `A rule: the record of the route, as today; it can be sharpened by the hour of the day. A process change: a standby crew for every evening bank, priced at 610,000 euros a year by the crew planner. Buying: the airlines' own arrival forecast, which comes 40 minutes before landing, too late for this purpose. Doing nothing: overtime and missed connections as they are.`;

export const objectiveText = 'Late arrivals find a crew that is ready, without crews being called in for nothing';

export const acceptReasons = `It happens every day, it is counted, and both sides of it cost money: crews that wait, and flights that find no crew. That is worth finding out what would help.`;

export const goReasons = `A forecast at departure pays when it catches enough late arrivals at few false alarms; the required level is far below what perfect foresight would bring, and today's rule sets a low bar. What it needs is known at departure. We go on to the data, and hold every result against this level.`;

/** The problem as a machine could learn it, with the departure as the moment from which something can be arranged. */
export const translation = {
  task: 'binary' as const,
  unit: 'One flight on its way to the station',
  target: `Arrives more than ${lateAfterMinutes} minutes after plan`,
  truth: 'By the actual arrival time, known when it lands',
  moment: 'At the departure of the flight, with what the same day has brought until then',
  horizon: 'One to four hours: until the arrival',
  action: 'The crew planner keeps or calls in a crew for the gate',
  capacity: 'As many as the shift allows; nobody is called in more than twice a week for nothing',
  constraints: 'An answer within a minute of the departure, with the reason in words',
  fairness: 'Crews on late shifts could be called in more often: the planner spreads that over the week',
};
export const moves = 'A flight that is foreseen to be late finds a crew that was kept or called in for it';
export const classReason = 'It foresees delays of flights; no person is judged, and no safety depends on it';
