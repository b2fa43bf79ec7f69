import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProfile } from '../../src/capabilities/datasets/contract.ts';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import type { DuckDbAnalytics } from '../../src/platform/analytics/analytics.ts';
import type { TestPeil } from '../kit/app.ts';
import { askMeanwhile } from '../kit/ask-meanwhile.ts';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { importFiles } from '../kit/importing.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { wideRows, wideTable } from '../kit/wide-table.ts';
import { asking } from '../kit/written-problem.ts';

type Listening = TestPeil & { address: string };

/** A file of the wide table with this many rows. */
async function wideFile({ services }: Listening, folder: string, rows: number): Promise<Buffer> {
  const path = join(folder, `wide-${rows}.parquet`);
  await services.analytics.query(`copy (${wideTable(rows)}) to '${path}' (format parquet)`, [], { files: [path] });
  return readFile(path);
}

interface Described {
  /** from the version that is kept to the whole of its profile */
  took_s: number;
  /** of small requests to the same server, from the first byte sent to the whole profile */
  others_ms: readonly number[];
}

/** Brings the file in and waits for its whole profile. `onFirstLook` is called as soon as the first pass is kept. */
async function describe(
  peil: Listening,
  { problemId, content, onFirstLook }: { problemId: string; content: Buffer; onFirstLook: () => void },
): Promise<Described> {
  const stop = askMeanwhile(peil.address);
  let kept = 0;
  const forget = peil.services.events.afterCommit((events) => {
    if (events.some(({ type }) => type === 'dataset_version.imported')) kept = performance.now();
    if (events.some(({ type, data }) => type === 'dataset_version.profiled' && data['pass'] !== 'complete'))
      onFirstLook();
  });
  const files = [{ name: 'wide.parquet', content }];
  const { versionId } = await importFiles(peil, { problemId, files, body: { name: `Wide ${content.length}` } });
  await peil.services.jobs.runDue();
  const took_s = (performance.now() - kept) / 1000;
  forget();
  const others_ms = await stop();
  const { profile } = await asking(peil, readProfile, { params: { problemId, versionId: versionId ?? '' } });
  if (profile?.pass !== 'complete') throw new Error(`the profile is ${profile?.pass ?? 'not there'}, not complete`);
  return { took_s, others_ms };
}

async function figures(peil: Listening, folder: string): Promise<Figure[]> {
  const { id: problemId } = await asking(peil, createProblem, { body: { title: 'Wide data' } });
  const whole = await wideFile(peil, folder, wideRows);
  const oneLess = await wideFile(peil, folder, wideRows - 1);
  const plain = await describe(peil, { problemId, content: whole, onFirstLook: () => {} });
  let killed = 0;
  const kill = () => {
    const { pid } = (peil.services.analytics as DuckDbAnalytics).queries;
    if (pid !== null && process.kill(pid, 'SIGKILL')) killed += 1;
  };
  // A little later, so that the process has a query in hand.
  const onFirstLook = () => void setTimeout(kill, 200);
  const struck = await describe(peil, { problemId, content: oneLess, onFirstLook });
  const p95 = (of: Described) => percentile(of.others_ms, 0.95);
  const limit = { atMost: 50 };
  return [
    { name: `profile of ${wideRows} rows x 50 columns by the server`, value: plain.took_s, unit: 's' },
    { name: 'another request meanwhile, p95', value: p95(plain), unit: 'ms', limit },
    { name: 'analytics processes killed under the next one', value: killed, unit: '', limit: { atLeast: 1 } },
    { name: 'its whole profile nevertheless', value: struck.took_s, unit: 's' },
    { name: 'another request meanwhile, p95, with the kill', value: p95(struck), unit: 'ms', limit },
  ];
}

/** What others of the team notice while wide data is described, and what a killed analytics process costs. */
export const bench: Bench = {
  name: 'wide data beside other work',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    const peil = await openListeningPeil();
    try {
      return await figures(peil, folder);
    } finally {
      await peil.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
