import * as contracts from '../../src/capabilities/contracts/contract.ts';
import { addSource, identifySource, judgeSource } from '../../src/capabilities/datasets/contract.ts';
import { createDataRequirement } from '../../src/capabilities/formulation/contract.ts';
import {
  confirmSufficiencyPlan,
  planContentSchema,
  runSufficiency,
  writeSufficiencyPlan,
} from '../../src/capabilities/sufficiency/contract.ts';
import type { TestPeil } from './app.ts';
import { importFiles } from './importing.ts';
import { asking } from './written-problem.ts';

const hour_ms = 3_600_000;
const header = 'id,planned,hour,hall,age,load,stopped\n';

/** Numbers from 0 up to 1 that are the same each time. Source: Park and Miller (1988). */
function dice(): () => number {
  let state = 20_241;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** One machine each hour, until shortly before this moment; at night and in hall 2 it stops more often. */
export function machinesCsv(rows: number, until: number): string {
  const next = dice();
  const first = Math.floor(until / hour_ms) - rows - 48;
  const lines = Array.from({ length: rows }, (_, at) => {
    const moment = new Date((first + at) * hour_ms);
    const hour = moment.getUTCHours();
    const [isSecond, isOld, load, luck] = [next() < 0.5, next() < 0.5, Math.floor(next() * 4000), next()];
    const odds = Math.exp(-3.5 + (hour >= 12 ? 2.4 : 0) + (isSecond ? 2.2 : 0));
    const isStopped = luck < odds / (1 + odds);
    const words = [isSecond ? 'hall 2' : 'hall 1', isOld ? 'old' : 'young', load, isStopped ? 1 : 0];
    return `${at + 1},${moment.toISOString().slice(0, 19)},${hour},${words.join(',')}\n`;
  });
  return header + lines.join('');
}

/** A plan in which nothing is left open, for the machines above. */
export const wholePlan = (datasetId: string, cut: string) => ({
  datasetId,
  columns: ['hour', 'hall', 'load'],
  key: ['id'],
  target: 'stopped',
  positive: '1',
  moment: 'planned',
  split: { by: 'time' as const, cut },
  outcomeWindow_days: 1,
  seasonality_days: 7,
  maxAge_days: 30,
  parameters: 12,
  r2: 0.1,
  gateMetric: { expected: 0.6, within: 0.07 },
  segments: [
    { name: 'Hall 1', column: 'hall', value: 'hall 1', share: 0.5 },
    { name: 'Hall 2', column: 'hall', value: 'hall 2', share: 0.5 },
  ],
  groups: ['age'],
  critical: ['hour'],
  serving: (['hour', 'hall', 'load'] as const).map((column) => ({
    column,
    available: column === 'load' ? ('other' as const) : ('same' as const),
  })),
  fieldTimes: [{ column: 'load', knownAt: 'planned' }],
  relabelled: { cases: 200, wrong: 1 },
  labelledBy: 'The crew of the night.',
  labelPolicy: 'Every stop of more than ten minutes.',
  isProxy: false,
  isAllowed: true,
  basis: 'It is about machines.',
});

export interface MachineData {
  datasetId: string;
  dataRequirementId: string;
  /** the first day of the test */
  cut: string;
}

/** Data that answers what is needed, from a source that is chosen, under a contract; taken out twice, and the same. */
export async function machineData(peil: TestPeil, problemId: string, rows = 4000): Promise<MachineData> {
  const params = { problemId };
  const until = peil.clock.now();
  const open = { why: '', history: '', granularity: '', freshness: '', segment: '', volume: '', source: '' };
  const body = { ...open, what: 'Every machine, hour by hour' };
  const { id: dataRequirementId } = await asking(peil, createDataRequirement, { params, body });
  await chooseSource(peil, problemId, dataRequirementId);
  const files = [{ name: 'machines.csv', content: machinesCsv(rows, until) }];
  const { datasetId } = await importFiles(peil, { problemId, files, body: { name: 'Machines' } });
  peil.clock.advance(60_000);
  await importFiles(peil, { problemId, files, body: { name: 'Machines' } });
  await agree(peil, { problemId, datasetId });
  const cut = new Date(until - 40 * 24 * hour_ms).toISOString().slice(0, 10);
  return { datasetId, dataRequirementId, cut };
}

async function chooseSource(peil: TestPeil, problemId: string, dataRequirementId: string): Promise<void> {
  const params = { problemId };
  const { id: sourceId } = await asking(peil, addSource, {
    params,
    body: {
      title: 'Log of the machines',
      description: 'One row for each machine and hour.',
      kind: 'postgres',
      location: 'mes.hours',
      owner: 'Maintenance',
      access: 'By a view.',
      extract: 'pipeline',
      personalData: 'none',
      personalDataNote: '',
      answers: [dataRequirementId],
    },
  });
  for (const role of ['data_engineer', 'sme'] as const)
    await asking(peil, identifySource, { params: { ...params, sourceId }, body: { role, note: '' } });
  const judged = { state: 'chosen' as const, reason: 'It has every hour.' };
  await asking(peil, judgeSource, { params: { ...params, sourceId }, body: judged });
}

async function agree(peil: TestPeil, params: { problemId: string; datasetId: string }): Promise<void> {
  const version = async () => (await asking(peil, contracts.readContract, { params })).version;
  const rule = contracts.ruleSchema.parse({ kind: 'unique', column: 'id' });
  await asking(peil, contracts.addRule, { params, body: { rule } });
  await asking(peil, contracts.reviewContract, { params, version: await version() });
  const body = { note: 'As agreed.' };
  await asking(peil, contracts.publishContract, { params, body, version: await version() });
  await asking(peil, contracts.beginContractRun, { params, body: {} });
  await peil.services.jobs.runDue();
}

/** The same, with a plan that is confirmed and checks that have run. */
export async function judgedData(peil: TestPeil, problemId: string): Promise<MachineData> {
  const data = await machineData(peil, problemId, 2500);
  const { datasetId, dataRequirementId, cut } = data;
  const params = { problemId, dataRequirementId };
  const content = planContentSchema.parse(wholePlan(datasetId, cut));
  await asking(peil, writeSufficiencyPlan, { params, body: { content }, version: 0 });
  await asking(peil, confirmSufficiencyPlan, { params, version: 1 });
  await asking(peil, runSufficiency, { params: { problemId }, body: {} });
  await peil.services.jobs.runDue();
  return data;
}
