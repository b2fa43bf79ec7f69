import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { logTable } from '../../../../test/kit/logged-predictions.ts';
import { openAnalytics } from '../../../platform/analytics/analytics.ts';
import { openLog } from '../../../platform/log/log.ts';
import { openPredictions, readColumns } from './prediction-file.ts';

test('PF8 a JSON table that is too large to be read at once is told to be logged as Parquet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'peil-json-'));
  const analytics = await openAnalytics({ folder: join(folder, 'spill'), log: openLog('silent') }, { memory_mb: 24 });
  onTestFinished(async () => {
    await analytics.close();
    await rm(folder, { recursive: true, force: true });
  });
  const path = join(folder, 'eval.json');
  const data = Array.from({ length: 1_200_000 }, () => [1, 0.25]);
  await writeFile(path, logTable(['truth', 'score'], data));
  const file = await openPredictions({ artifact: 'eval.json', path, format: 'json' });
  await expect(readColumns(analytics, file)).rejects.toMatchObject({
    code: 'evaluation.too_large_json',
    message: expect.stringContaining('eval.json is one JSON table of 11 MB'),
  });
});
