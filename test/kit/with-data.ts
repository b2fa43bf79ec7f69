import { addSource, identifySource, judgeSource } from '../../src/capabilities/datasets/contract.ts';
import type { TestPeil } from './app.ts';
import { importFiles } from './importing.ts';
import { asking } from './written-problem.ts';

const stops = (count: number, place: string): string =>
  [
    'machine;day;minutes;place',
    ...Array.from({ length: count }, (_, index) => {
      const day = String((index % 28) + 1).padStart(2, '0');
      return `${index % 40};2026-01-${day};${((index * 37) % 240) + (index % 7) * 3};${index % 4 === 0 ? place : 'hall 2'}`;
    }),
  ].join('\n');

/** Two sources, a data set with two versions of which the second differs, and a split that leaks. */
export async function withData(
  peil: TestPeil,
  problemId: string,
): Promise<{ problemId: string; versionId: string; first: string }> {
  const params = { problemId };
  const log = await asking(peil, addSource, {
    params,
    body: {
      title: 'Log of the night shift',
      description: 'One row for each stop, since 2019, written by the crew.',
      kind: 'postgres',
      location: 'mes.stops',
      owner: 'Maintenance',
      access: 'By a view; ask the data engineer of the plant.',
      extract: 'pipeline',
      personalData: 'personal',
      personalDataNote: 'The name of who wrote it.',
      answers: [],
    },
  });
  for (const role of ['data_engineer', 'sme'] as const)
    await asking(peil, identifySource, { params: { ...params, sourceId: log.id }, body: { role, note: '' } });
  await asking(peil, judgeSource, {
    params: { ...params, sourceId: log.id },
    body: { state: 'chosen', reason: 'It has every stop.' },
  });
  const sheet = await asking(peil, addSource, { params, body: { ...blank, title: 'Sheet of the planner' } });
  await asking(peil, judgeSource, {
    params: { ...params, sourceId: sheet.id },
    body: { state: 'rejected', reason: 'Only the stops that the planner heard of.' },
  });
  const bring = async (count: number, place: string) => {
    const files = [{ name: 'stops.csv', content: stops(count, place) }];
    const body = { name: 'Stops', options: { delimiter: ';' }, note: `Up to ${count} stops.` };
    return (await importFiles(peil, { problemId, files, body })).versionId ?? '';
  };
  const first = await bring(600, 'Hall 1');
  const versionId = await bring(900, 'hall 1');
  const url = `/api/problems/${problemId}/dataset-versions/${versionId}/splits`;
  const rule = { by: 'time', column: 'day', cuts: ['2026-01-20'], names: ['train', 'test'] };
  await peil.app.inject({ method: 'POST', url, payload: { name: 'By day', rule, key: ['machine'] } });
  return { problemId, versionId, first };
}

const blank = {
  description: '',
  kind: 'file' as const,
  location: '',
  owner: '',
  access: '',
  extract: 'one_off' as const,
  personalData: 'unknown' as const,
  personalDataNote: '',
  answers: [],
};
