import { afterAll, beforeAll, expect, test } from 'vitest';
import { openListeningPeil } from '../../test/kit/listening.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../test/kit/people.ts';
import { change } from '../platform/context/change.ts';
import { createProblem } from '../capabilities/formulation/contract.ts';
import { asking } from '../../test/kit/written-problem.ts';

let team: TeamPeil;
let address: string;
beforeAll(async () => {
  team = await inTeamMode({}, async (overrides) => {
    const peil = await openListeningPeil(overrides);
    address = peil.address;
    return peil;
  });
});
afterAll(() => team.close());

interface Told {
  id?: string;
  data?: { type: string; subject: string; problemId: string | null };
}

/** A browser's end of the stream: `next` answers the next message, `ended` resolves when the server closes it. */
async function listen(person: TestPerson, lastId?: string) {
  const stop = new AbortController();
  const response = await fetch(`${address}/api/events`, {
    headers: { cookie: person.cookie, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) },
    signal: stop.signal,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const block = async (): Promise<string | null> => {
    for (let end = text.indexOf('\n\n'); end < 0; end = text.indexOf('\n\n')) {
      const { value, done } = await reader.read();
      if (done) return null;
      text += value;
    }
    const [first = '', ...rest] = text.split('\n\n');
    text = rest.join('\n\n');
    return first;
  };
  const next = async (): Promise<Told | null> => {
    for (let found = await block(); found !== null; found = await block()) {
      const lines = found
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]);
      const { id, data } = Object.fromEntries(lines) as { id?: string; data?: string };
      if (data !== undefined)
        return { ...(id === undefined ? {} : { id }), data: JSON.parse(data) as NonNullable<Told['data']> };
    }
    return null;
  };
  /** reads on until this was said; answers all that was heard */
  const until = async (subject: string): Promise<Told[]> => {
    const heard: Told[] = [];
    for (let told = await next(); told; told = told.data?.subject === subject ? null : await next()) heard.push(told);
    return heard;
  };
  return { next, until, stop: () => stop.abort() };
}
const subjects = (heard: readonly Told[]) => heard.map(({ data }) => data?.subject);

const touched = (person: TestPerson, problemId: string, id: string) =>
  change(person.context(), async (tx) => {
    tx.record({ type: 'opportunity.written', subject: { kind: 'opportunity', id }, problemId });
  });

const newProblem = async (person: TestPerson, isPrivate: boolean) =>
  (await asking(team, createProblem, { headers: { cookie: person.cookie }, body: { title: 'P', isPrivate } })).id;

test('house nobody is told nothing', async () => {
  const answer = await team.app.inject({ url: '/api/events' });
  expect(answer.statusCode).toBe(401);
});

test('house a page hears what its person may read, and not a word of a private problem', async () => {
  const [ann, mo] = [await team.signIn('Ann'), await team.signIn('Mo')];
  const secret = await newProblem(ann, true);
  const open = await newProblem(ann, false);
  const [hers, his] = [await listen(ann), await listen(mo)];
  await touched(ann, secret, 'hidden');
  await touched(ann, open, 'shown');
  const heard = await hers.until('shown');
  expect(heard.at(-2)?.data).toEqual({ type: 'opportunity.written', subject: 'hidden', problemId: secret });
  expect(heard.at(-1)?.data).toEqual({ type: 'opportunity.written', subject: 'shown', problemId: open });
  const overheard = await his.until('shown');
  expect(overheard.filter(({ data }) => data?.problemId === secret)).toEqual([]);
  hers.stop();
  his.stop();
});

test('house a role that is given opens the ears at once, also to what was refused before', async () => {
  const [ann, mo] = [await team.signIn('Ann'), await team.signIn('Mo')];
  const secret = await newProblem(ann, true);
  const [hers, his] = [await listen(ann), await listen(mo)];
  await touched(ann, secret, 'before');
  await hers.until('before');
  await team.giveRoles(mo, secret, ['sme']);
  await touched(ann, secret, 'after');
  expect(subjects(await his.until('after'))).not.toContain('before');
  hers.stop();
  his.stop();
});

test('house a browser that comes back hears what it missed, or is asked to reload', async () => {
  const ann = await team.signIn('Ann');
  const open = await newProblem(ann, false);
  const first = await listen(ann);
  await touched(ann, open, 'one');
  const { id = '' } = (await first.until('one')).at(-1)!;
  first.stop();
  await touched(ann, open, 'two');
  const second = await listen(ann, id);
  expect(subjects(await second.until('two'))).toEqual(['two']);
  second.stop();
  const third = await listen(ann, 'long ago');
  expect((await third.next())?.data?.type).toBe('reload');
  third.stop();
});

test('house whoever signs out hears nothing more', async () => {
  const ann = await team.signIn('Ann');
  const hers = await listen(ann);
  const signedOut = await ann.inject({ method: 'DELETE', url: '/api/session' });
  expect(signedOut.statusCode).toBe(204);
  for (let told = await hers.next(); told; told = await hers.next()) expect(told.data?.type).toMatch(/^session\./);
});

test('house a server that ends closes the streams', async () => {
  const peil = await openListeningPeil();
  const response = await fetch(`${peil.address}/api/events`);
  const text = response.text().catch(() => '');
  const start = performance.now();
  await peil.close();
  await text;
  expect(performance.now() - start).toBeLessThan(5_000);
});
