import { listPortfolio, listWorkItems, summarisePortfolio } from '../../src/capabilities/portfolio/contract.ts';
import { listProblems } from '../../src/capabilities/formulation/contract.ts';
import type { Answer } from '../../src/platform/endpoint/define-endpoint.ts';
import { openTestPeil } from '../kit/app.ts';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { type Amounts, fillProblems } from '../kit/many-problems.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil } from '../kit/people.ts';
import { startPostgres } from '../kit/postgres.ts';

/** 10,000 problems, 300,000 items and 700,000 comments. */
const amounts: Amounts = { problems: 10_000, items: 30, threads: 7, comments: 10 };
const warmUp = 20;
const calls = 200;
const limit = { atMost: 300 };

/** What is asked, each in the ways that people ask it; one way after another. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'role home': ['', '?role=sponsor', '?role=data_scientist', '?limit=100'].map(
    (query) => `${listWorkItems.path}${query}`,
  ),
  portfolio: ['', '?sort=age', '?stage=stopped', '?stage=weighing&sort=title', '?limit=200', '?text=planners%20f7'].map(
    (query) => `${listPortfolio.path}${query}`,
  ),
  'portfolio by stage': ['', '?text=planners'].map((query) => `${summarisePortfolio.path}${query}`),
  // Words of nearly all, of a few, of one, and of none.
  search: ['night', 'word41', 'problem%204711', 'nowhere%20at%20all'].map(
    (text) => `${listProblems.path}?text=${text}&limit=8`,
  ),
};

/** Goes on at the next page each time, so that no page is asked twice before the end. */
async function timed(address: string, cookie: string, paths: readonly string[]): Promise<number[]> {
  const samples: number[] = [];
  const next = new Map<string, string>();
  for (let call = 0; call < warmUp + calls; call += 1) {
    const path = paths[call % paths.length] ?? '';
    const cursor = next.get(path);
    const page = cursor === undefined ? '' : `${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const start = performance.now();
    const answer = await fetch(`${address}${path}${page}`, { headers: { cookie } });
    const body = (await answer.json()) as { next?: string | null };
    const took = performance.now() - start;
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    if (call >= warmUp) samples.push(took);
    if (typeof body.next === 'string') next.set(path, body.next);
    else next.delete(path);
  }
  return samples;
}

/** What would be fast because it is empty proves nothing. Of ten problems the reader sees nine. */
async function demandEverything(address: string, cookie: string): Promise<void> {
  const ask = async (path: string) => (await fetch(`${address}${path}`, { headers: { cookie } })).json();
  const { total } = (await ask(listWorkItems.path)) as Answer<typeof listWorkItems>;
  const { stages } = (await ask(summarisePortfolio.path)) as Answer<typeof summarisePortfolio>;
  const problems = stages.reduce((all, stage) => all + stage.problems, 0);
  const expected = { total: 1_000, problems: amounts.problems * 0.9 };
  if (total !== expected.total || problems !== expected.problems)
    throw new Error(`Expected ${JSON.stringify(expected)}; found ${JSON.stringify({ total, problems })}.`);
}

/**
 * Everything over HTTP, as a member who has roles in three of ten problems and does not see most of the private ones. Rows
 * are written in bulk; the projection is then made of them by the rebuild, through the same job as after an upgrade.
 */
async function measure(kind: string, databaseUrl: string | null): Promise<Figure[]> {
  let team: TeamPeil | undefined;
  const peil = await openListeningPeil({ databaseUrl, checkAnswers: false }, async (overrides) => {
    team = await inTeamMode(overrides, openTestPeil);
    return team;
  });
  try {
    const reader = await (team as TeamPeil).signIn('Rita');
    await fillProblems(peil.services.database, amounts, reader.id);
    const start = performance.now();
    await (team as TeamPeil).admin.inject({ method: 'POST', url: '/api/portfolio/rebuild' });
    await peil.services.jobs.runDue();
    const rebuilt = (performance.now() - start) / 1000;
    await demandEverything(peil.address, reader.cookie);
    const figures: Figure[] = [];
    for (const [what, paths] of Object.entries(asked)) {
      const value = percentile(await timed(peil.address, reader.cookie, paths), 0.95);
      figures.push({ name: `${what}, ${kind}, p95 of ${calls} calls`, value, unit: 'ms', limit });
    }
    return [...figures, { name: `rebuild of ${amounts.problems} problems, ${kind}`, value: rebuilt, unit: 's' }];
  } finally {
    await peil.close();
  }
}

export const bench: Bench = {
  name: 'portfolio',
  run: async () => {
    const embedded = await measure('sqlite', null);
    const cluster = await startPostgres({ fsync: false });
    try {
      return [...embedded, ...(await measure('postgres', cluster.url))];
    } finally {
      await cluster.stop();
    }
  },
};
