import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { dataFile } from '../../examples/kit/data-file.ts';
import {
  addRule,
  publishContract,
  readContract,
  reviewContract,
  ruleSchema,
} from '../../src/capabilities/contracts/contract.ts';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { askMeanwhile } from '../kit/ask-meanwhile.ts';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { launchChromium } from '../kit/chromium.ts';
import { importFiles } from '../kit/importing.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { asking } from '../kit/written-problem.ts';

type Listening = TestPeil & { address: string };

/** What a contract on these flights would hold: a rule of each kind that looks at every row. */
const rules = [
  { kind: 'not_null', column: 'date' },
  { kind: 'not_null', column: 'delay' },
  { kind: 'range', column: 'distance', min: 1, max: 6000 },
  { kind: 'pattern', column: 'origin', pattern: '^[A-Z]{3}$' },
  { kind: 'pattern', column: 'destination', pattern: '^[A-Z]{3}$' },
];

/** A data set with a contract in force, of a few rows: what comes in next is checked against it. */
async function agreeOnRules(peil: Listening, problemId: string): Promise<string> {
  const content = 'date,delay,distance,origin,destination\n2001-01-01T00:05:00,3,405,AMS,JFK\n';
  const files = [{ name: 'flights.csv', content }];
  const { datasetId } = await importFiles(peil, { problemId, files, body: { name: 'Flights' } });
  await peil.services.jobs.runDue();
  const params = { problemId, datasetId };
  const version = async () => (await asking(peil, readContract, { params })).version;
  for (const rule of rules) await asking(peil, addRule, { params, body: { rule: ruleSchema.parse(rule) } });
  await asking(peil, reviewContract, { params, version: await version() });
  await asking(peil, publishContract, { params, body: { note: 'As agreed.' }, version: await version() });
  return datasetId;
}

/** From an empty page until every column of the flights is a chart against the delay. */
async function draw(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address);
  await page.locator('.looks .look canvas, .looks .look svg').nth(4).waitFor();
  const took = performance.now() - start;
  await context.close();
  return took;
}

async function measure(peil: Listening, browser: Browser): Promise<Figure[]> {
  const { id: problemId } = await asking(peil, createProblem, { body: { title: 'Late flights' } });
  const datasetId = await agreeOnRules(peil, problemId);
  const content = await readFile(dataFile('flights-3m.parquet'));
  const files = [{ name: 'flights-3m.parquet', content }];
  const stop = askMeanwhile(peil.address);
  const begun = performance.now();
  let kept = begun;
  peil.services.events.afterCommit((events) => {
    if (events.some(({ type }) => type === 'dataset_version.imported')) kept = performance.now();
  });
  await importFiles(peil, { problemId, files, body: { datasetId } });
  await peil.services.jobs.runDue();
  const in_s = (kept - begun) / 1000;
  const judged_s = (performance.now() - kept) / 1000;
  const drawn_s = (await draw(browser, `${peil.address}/problems/${problemId}/data/${datasetId}/explore`)) / 1000;
  const samples = await stop();
  return [
    { name: '3 million flights sent and kept as a version', value: in_s, unit: 's' },
    { name: 'profiled in full and checked against a contract', value: judged_s, unit: 's' },
    { name: 'every column as a chart in the browser', value: drawn_s, unit: 's' },
    { name: 'profiled, checked and drawn', value: judged_s + drawn_s, unit: 's', limit: { atMost: 10 } },
    { name: 'another request meanwhile, p95', value: percentile(samples, 0.95), unit: 'ms', limit: { atMost: 50 } },
  ];
}

/** What a team waits for between bringing data in and looking at it together. */
export const bench: Bench = {
  name: 'exploring 3 million rows',
  run: async () => {
    const peil = await openListeningPeil();
    const browser = await launchChromium();
    try {
      return await measure(peil, browser);
    } finally {
      await browser.close();
      await peil.close();
    }
  },
};
