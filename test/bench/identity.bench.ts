import type { Bench } from '../kit/bench.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../kit/people.ts';

const requests = 4_000;
const atOnce = 32;

/** How many requests a second get through recognising and permission, with nothing behind them but a short answer. */
async function throughput(ask: (index: number) => Promise<{ statusCode: number }>): Promise<number> {
  let next = 0;
  const start = performance.now();
  const worker = async () => {
    while (next < requests) {
      const { statusCode } = await ask(next++);
      if (statusCode !== 200) throw new Error(`expected 200, given ${statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (requests / (performance.now() - start)) * 1000;
}

async function measure(team: TeamPeil): Promise<{ one: number; many: number }> {
  const people: TestPerson[] = [];
  for (let index = 0; index < 200; index += 1) people.push(await team.signIn(`Person ${index}`));
  const problems: string[] = [];
  for (let index = 0; index < 50; index += 1) problems.push(await team.openProblem());
  const ask = (person: number, problem: number) =>
    people[person % people.length]!.injectWithToken({ url: `/api/problems/${problems[problem % problems.length]}/me` });
  await throughput((index) => ask(0, index));
  return { one: await throughput(() => ask(0, 0)), many: await throughput((index) => ask(index, index >> 3)) };
}

export const bench: Bench = {
  name: 'identity',
  run: async () => {
    const team = await inTeamMode();
    try {
      const { one, many } = await measure(team);
      return [
        { name: 'recognised and permitted, one token', value: Math.round(one), unit: '/s', limit: { atLeast: 2000 } },
        { name: 'the same, 200 people in 50 problems', value: Math.round(many), unit: '/s' },
      ];
    } finally {
      await team.close();
    }
  },
};
