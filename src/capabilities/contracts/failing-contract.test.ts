import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../../../test/kit/importing.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { asking, writtenProblem } from '../../../test/kit/written-problem.ts';
import { listNotifications } from '../notifications/contract.ts';
import { addRule, editContract, publishContract, readContract, reviewContract, ruleSchema } from './contract.ts';

let team: TeamPeil;
let problemId: string;
let datasetId: string;
const people: Record<'expert' | 'engineer' | 'owner', TestPerson> = {} as never;

beforeAll(async () => {
  team = await inTeamMode();
  people.expert = await team.signIn('Eva');
  people.engineer = await team.signIn('Tom');
  people.owner = await team.signIn('Ada');
  ({ problemId } = await writtenProblem(team, { authorization: `Bearer ${people.expert.bearer}` }));
  await team.giveRoles(people.engineer, problemId, ['data_engineer']);
  await team.giveRoles(people.owner, problemId, ['data_scientist']);
  datasetId = await brought('id\n1\n2\n');
});
afterAll(() => team.close());

/** As the expert brings it in. */
async function brought(content: string): Promise<string> {
  const { cookie } = people.expert;
  const inject = (options: InjectOptions) => team.app.inject({ ...options, headers: { ...options.headers, cookie } });
  const app = { inject } as never as TeamPeil['app'];
  const files = [{ name: 'rows.csv', content }];
  return (await importFiles({ ...team, app }, { problemId, files, body: { name: 'Rows' } })).datasetId;
}

const told = async ({ cookie }: TestPerson) => {
  const { notifications } = await asking(team, listNotifications, { headers: { cookie } });
  return notifications.filter(({ kind }) => kind === 'contract_failed').length;
};

async function published(ownerId: string | null): Promise<void> {
  const headers = { cookie: people.expert.cookie };
  const asked = { params: { problemId, datasetId }, headers };
  const version = async () => (await asking(team, readContract, asked)).version;
  await asking(team, editContract, { ...asked, body: { ownerId }, version: await version() });
  const rule = ruleSchema.parse({ kind: 'unique', column: 'id', description: `Of ${String(ownerId)}` });
  await asking(team, addRule, { ...asked, body: { rule } });
  await asking(team, reviewContract, { ...asked, version: await version() });
  await asking(team, publishContract, { ...asked, body: { note: 'As agreed' }, version: await version() });
}

test('PF7 PF2 who sees to a contract is told of data that does not keep it, and of nothing else', async () => {
  await published(people.owner.id);
  await brought('id\n1\n2\n3\n');
  expect([await told(people.owner), await told(people.engineer)]).toEqual([0, 0]);
  await brought('id\n1\n1\n');
  expect([await told(people.owner), await told(people.engineer), await told(people.expert)]).toEqual([1, 0, 0]);
});

test('PF7 PF2 where nobody sees to it, the data engineer is told', async () => {
  await published(null);
  const before = await told(people.owner);
  await brought('id\n7\n7\n7\n');
  expect([(await told(people.owner)) - before, await told(people.engineer)]).toEqual([0, 1]);
});
