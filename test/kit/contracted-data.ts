import {
  addRule,
  beginContractRun,
  decideSuggestion,
  editContract,
  publishContract,
  readContract,
  reviewContract,
  type Rule,
  ruleSchema,
  suggestRules,
} from '../../src/capabilities/contracts/contract.ts';
import type { TestPeil } from './app.ts';
import { importFiles } from './importing.ts';
import { asking } from './written-problem.ts';

const header = 'id,day,delay,origin,email\n';

/** Flights of some days; a few of them without a delay, and with an origin that nobody knows. */
export function flightsCsv(rows: number, odd: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const isOdd = at < odd;
    const day = `2001-01-${String(1 + (at % 28)).padStart(2, '0')}`;
    return `${at + 1},${day},${isOdd ? '' : (at * 7) % 90},${isOdd ? 'ZZZ' : ['AMS', 'JFK', 'BWI'][at % 3]},p${at}@example.org\n`;
  });
  return header + lines.join('');
}

const rule = (given: object): Rule => ruleSchema.parse(given);

/** A data set with two versions, a contract in force that the second breaks, and suggestions that are open. */
export async function contractedData(peil: TestPeil, problemId: string): Promise<{ datasetId: string; path: string }> {
  const load = (content: string) =>
    importFiles(peil, { problemId, files: [{ name: 'flights.csv', content }], body: { name: 'Flights' } });
  const { datasetId } = await load(flightsCsv(400, 0));
  const params = { problemId, datasetId };
  const version = async () => (await asking(peil, readContract, { params })).version;
  await asking(peil, editContract, { params, body: { personal: ['email'] }, version: 0 });
  const rules = [
    {
      kind: 'not_null',
      column: 'delay',
      mostly: 0.995,
      impact_eur: '1200',
      businessImpact: 'Crews are planned on it.',
    },
    { kind: 'accepted_values', column: 'origin', values: ['AMS', 'JFK', 'BWI'] },
    { kind: 'unique', column: 'id' },
    { kind: 'pattern', column: 'email', pattern: '@', severity: 'warn' },
    { kind: 'row_count_change', min: -0.1, max: 0.1, severity: 'warn' },
    { kind: 'range', column: 'distance', min: 1, description: 'Agreed with the tower.' },
  ];
  for (const each of rules) await asking(peil, addRule, { params, body: { rule: rule(each) } });
  await asking(peil, reviewContract, { params, version: await version() });
  await asking(peil, publishContract, {
    params,
    body: { note: 'As agreed with the tower.' },
    version: await version(),
  });
  await asking(peil, beginContractRun, { params, body: {} });
  await peil.services.jobs.runDue();
  // The second comes later: of two runs in one instant neither is the last.
  peil.clock.advance(60_000);
  await load(flightsCsv(500, 12));
  await peil.services.jobs.runDue();
  const { suggestions } = await asking(peil, suggestRules, { params, body: {} });
  const [first] = suggestions;
  const decided = { params: { ...params, suggestionId: first?.id ?? '' }, body: { decision: 'accept' as const } };
  await asking(peil, decideSuggestion, decided);
  return { datasetId, path: `/problems/${problemId}/data/${datasetId}/contract` };
}
