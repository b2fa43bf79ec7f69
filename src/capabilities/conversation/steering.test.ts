import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import { type Talking, talkingOn } from '../../../test/kit/talking.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { problemRoles } from '../identity/permissions.ts';
import { change } from '../../platform/context/change.ts';
import { anchorKey } from './contract.ts';
import { conversationGateTexts, listSteeringEvidence, openThread, snapshotOfConversation } from './index.ts';

const anchor = { kind: 'key_result', id: 'kr-1', field: 'target' };
const cast = {
  eva: ['sme'],
  finn: ['sme'],
  daan: ['data_scientist'],
  both: ['sme', 'data_scientist'],
  reader: [],
} as const;

describeEachDatabase('steering remarks', (kit) => {
  let team: TeamPeil;
  let talk: Talking<keyof typeof cast>;
  let one: string;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
  });
  beforeEach(async () => {
    talk = await talkingOn(team, cast);
    const made = await talk.people.eva.send(`POST ${talk.path}/threads`, {
      anchor,
      kind: 'steering',
      text: 'Mind the night shift.',
    });
    one = `${talk.path}/threads/${made.body.id}`;
  });
  afterAll(() => team.close());

  type Name = keyof typeof cast;
  const say = (who: Name, text: string, verdict?: string) =>
    talk.people[who].send(`POST ${one}/comments`, { text, ...(verdict ? { verdict } : {}) });
  const show = async (who: Name = 'reader') => (await talk.people[who].send(`GET ${one}`)).body;
  const decide = async (who: Name, what: 'resolve' | 'reopen') =>
    talk.people[who].send(`POST ${one}/${what}`, undefined, { version: (await show()).version });
  const evidence = () => listSteeringEvidence(team.services.database.reader, talk.problemId, { today: '2026-01-05' });

  test('SM3 only an expert of the problem steers', async () => {
    expect(await show('eva')).toMatchObject({ waitsFor: 'answer', may: { answer: false, resolve: false } });
    for (const who of ['daan', 'reader'] as const) {
      const sent = await talk.people[who].send(`POST ${talk.path}/threads`, { anchor, kind: 'steering', text: 'No' });
      expect(sent).toMatchObject({
        status: 403,
        events: [],
        body: { error: { code: 'conversation.steering_by_expert' } },
      });
    }
  });

  test('SM3 it is answered by another with another role, and accepted by an expert who did not answer', async () => {
    expect(await decide('eva', 'resolve')).toMatchObject({ status: 409, events: [] });
    for (const who of ['eva', 'finn', 'reader'] as const)
      expect(await say(who, 'Done', 'taken_over')).toMatchObject({ status: 403, events: [] });
    expect(await say('daan', 'I add the shift as a field.', 'taken_over')).toMatchObject({
      status: 201,
      events: ['conversation.answered'],
      body: {
        kind: 'answer',
        verdict: 'taken_over',
      },
    });
    expect(await show('eva')).toMatchObject({
      waitsFor: 'acceptance',
      may: { resolve: true },
      answer: { by: talk.people.daan.id },
    });
    for (const who of ['daan', 'reader'] as const) expect(await decide(who, 'resolve')).toMatchObject({ status: 403 });
    expect(await decide('eva', 'resolve')).toMatchObject({ status: 200, events: ['conversation.resolved'] });
    expect(await show()).toMatchObject({ state: 'resolved', waitsFor: null });
    expect(await say('daan', 'After all not', 'not_taken_over')).toMatchObject({ status: 409 });
  });

  test('SM3 who is expert and something else answers, but another expert accepts', async () => {
    await say('both', 'Not, because the data has no shift.', 'not_taken_over');
    expect(await decide('both', 'resolve')).toMatchObject({ status: 403, events: [] });
    expect(await decide('finn', 'resolve')).toMatchObject({ status: 200 });
  });

  test('SM3 another remark needs another answer; what was accepted stays until it is reopened', async () => {
    const { people, path } = talk;
    const { remark } = await show();
    const answer = (await say('daan', 'Done', 'taken_over')).body;
    const seen = (await show()).version;
    await people.daan.send(`PATCH ${path}/comments/${answer.id}`, { text: 'Half of it' }, { version: 1 });
    const stale = await people.eva.send(`POST ${one}/resolve`, undefined, { version: seen });
    expect(stale).toMatchObject({
      status: 409,
      body: { error: { params: { theirs: { answer: { text: 'Half of it' } } } } },
    });
    await people.eva.send(`PATCH ${path}/comments/${remark.id}`, { text: 'Mind the weekend.' }, { version: 1 });
    expect(await show()).toMatchObject({ waitsFor: 'answer', answer: null });
    expect(await people.eva.send(`DELETE ${path}/comments/${remark.id}`)).toMatchObject({ status: 409, events: [] });
    const second = (await say('daan', 'Done too', 'taken_over')).body;
    await people.daan.send(`DELETE ${path}/comments/${second.id}`);
    expect(await show()).toMatchObject({ waitsFor: 'answer' });
    await people.daan.send(`POST ${path}/comments/${second.id}/restore`);
    expect(await show()).toMatchObject({ waitsFor: 'acceptance' });
    await decide('eva', 'resolve');
    expect(await people.eva.send(`PATCH ${path}/comments/${remark.id}`, { text: 'x' }, { version: 2 })).toMatchObject({
      status: 409,
    });
    expect(await people.daan.send(`DELETE ${path}/comments/${second.id}`)).toMatchObject({ status: 409 });
    expect(await decide('reader', 'reopen')).toMatchObject({ status: 403 });
    expect(await decide('daan', 'reopen')).toMatchObject({ status: 200, body: { waitsFor: 'answer' } });
  });

  test('SM3 open remarks are evidence for a gate, with their text, and part of what is signed', async () => {
    const [item] = await evidence();
    expect(item).toMatchObject({
      text: 'steering.unanswered',
      station: 'requirements',
      field: null,
      talk: anchorKey(anchor),
      anchor,
      isDone: false,
      params: { text: 'Mind the night shift.' },
    });
    expect(item?.id).toMatch(/^steering\.[\w-]+$/);
    expect(conversationGateTexts.nl['steering.unanswered']({ text: 'x', place: 'Kans' })).toContain('bij “Kans”: “x”');
    await say('daan', 'I add the shift.', 'taken_over');
    expect(await evidence()).toMatchObject([{ text: 'steering.unaccepted', isDone: false }]);
    await decide('eva', 'resolve');
    expect(await evidence()).toMatchObject([{ text: 'steering.accepted', isDone: true }]);
    const snapshot = await snapshotOfConversation(team.services.database.reader, talk.problemId);
    expect(snapshot.steering).toMatchObject([
      {
        anchor,
        state: 'resolved',
        text: 'Mind the night shift.',
        answer: {
          verdict: 'taken_over',
          text: 'I add the shift.',
        },
      },
    ]);
    expect(await snapshotOfConversation(team.services.database.reader, talk.problemId)).toEqual(snapshot);
  });

  test('SM3 another capability opens a thread in its own change, which goes when that change fails', async () => {
    const ctx = talk.people.eva.context();
    const given = { problemId: talk.problemId, anchor, kind: 'remark' as const, text: 'From elsewhere' };
    const failing = change(ctx, async (tx) => {
      await openThread(ctx, tx, given);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const id = await change(ctx, (tx) => openThread(ctx, tx, given));
    const { threads } = (await talk.people.reader.send(`GET ${talk.path}/threads?kind=remark`)).body;
    expect(threads).toMatchObject([{ id, openedBy: talk.people.eva.id }]);
  });

  test('SM3 whatever its maker does alone, with whatever roles, a steering remark stays open', async () => {
    const step = fc.constantFrom(
      'comment',
      'taken_over',
      'not_taken_over',
      'resolve',
      'reopen',
      'edit',
      'remove',
      'restore',
      'erase',
    );
    const roles = fc.subarray(problemRoles.filter((role) => role !== 'sme'));
    await fc.assert(
      fc.asyncProperty(
        roles,
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (more, steps, answered) => {
          const maker = await team.signIn('Maker', { problemRoles: { [talk.problemId]: ['sme', ...more] } });
          const send = sendingTo(team, (options) => maker.inject(options));
          const made = (await send(`POST ${talk.path}/threads`, { anchor, kind: 'steering', text: 'Mine' })).body;
          const own = `${talk.path}/threads/${made.id}`;
          const last = { id: made.remark.id as string, version: 1 };
          // An answer of the maker's own, as data scientist, to a remark of their own is none; nor is one that was edited away.
          if (answered) {
            await talk.people.daan.send(`POST ${own}/comments`, { text: 'So', verdict: 'taken_over' });
            await send(`PATCH ${talk.path}/comments/${made.remark.id}`, { text: 'Something else' }, { version: 1 });
            last.version = 2;
          }
          for (const each of steps) {
            const { version } = (await send(`GET ${own}`)).body;
            const comment = `${talk.path}/comments/${last.id}`;
            if (each === 'resolve' || each === 'reopen') await send(`POST ${own}/${each}`, undefined, { version });
            else if (each === 'edit') await send(`PATCH ${comment}`, { text: 'Edited' }, { version: last.version });
            else if (each === 'remove') await send(`DELETE ${comment}`);
            else if (each === 'restore' || each === 'erase') await send(`POST ${comment}/${each}`);
            else await send(`POST ${own}/comments`, { text: 'x', ...(each === 'comment' ? {} : { verdict: each }) });
          }
          const after = (await talk.people.reader.send(`GET ${own}`)).body;
          expect(after).toMatchObject({ state: 'open', waitsFor: 'answer' });
          const open = (await evidence()).find(({ id }) => id === `steering.${made.id}`);
          expect(open?.isDone).toBe(false);
        },
      ),
      { numRuns: 12, seed: 4 },
    );
  }, 60_000);
});

describeEachDatabase('steering in personal mode', (kit) => {
  test('SM3 one person alone answers and accepts in turn; after a no-go nobody speaks, and erasing still can', async () => {
    const peil = await kit.openPeil();
    const send = sendingTo(peil);
    const { problemId } = await writtenProblem(peil);
    const path = `/api/problems/${problemId}`;
    const made = (await send(`POST ${path}/conversation/threads`, { anchor, kind: 'steering', text: 'Mine' })).body;
    const one = `${path}/conversation/threads/${made.id}`;
    expect(await send(`POST ${one}/resolve`, undefined, { version: 1 })).toMatchObject({ status: 409 });
    await send(`POST ${one}/comments`, { text: 'Yes', verdict: 'taken_over' });
    expect(await send(`POST ${one}/resolve`, undefined, { version: 2 })).toMatchObject({ status: 200 });
    const { snapshotHash } = (await send(`GET ${path}/gates/g1`)).body;
    const noGo = await send(`POST ${path}/gates/g1/decisions`, {
      snapshotHash,
      outcome: 'no_go',
      reasons: 'A rule will do.',
      people: [
        {
          name: 'Eva',
          role: 'sme',
          meaning: 'approves',
        },
      ],
      redirect: {
        kind: 'rule',
        text: 'By age.',
      },
    });
    expect(noGo.status).toBe(201);
    expect(await send(`POST ${one}/comments`, { text: 'Still' })).toMatchObject({ status: 423, events: [] });
    expect(await send(`POST ${path}/conversation/comments/${made.remark.id}/erase`)).toMatchObject({ status: 200 });
    await peil.close();
  });
});
