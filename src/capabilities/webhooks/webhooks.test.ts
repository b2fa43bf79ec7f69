import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { openReceiver, type Receiver } from '../../../test/kit/receiver.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { openServices } from '../../server/open-services.ts';
import { change } from '../../platform/context/change.ts';
import { setProblemPrivacy } from '../identity/index.ts';
import { signatureOf } from './sign.ts';

const hour_ms = 3_600_000;

describeEachDatabase('webhooks', (kit) => {
  let team: TeamPeil;
  let receiver: Receiver;
  let send: Sending;
  beforeEach(async () => {
    team = await inTeamMode({ webhookHosts: ['127.0.0.1'], sessionIdleHours: 100 }, kit.openPeil);
    receiver = await openReceiver();
    send = sendingTo(team, (options) => team.admin.inject(options));
  });
  afterEach(async () => {
    await team.close();
    await receiver.close();
  });

  const create = async (fields: object = {}) => {
    const sent = await send('POST /api/webhooks', {
      name: 'Board',
      url: receiver.url,
      types: ['note.written'],
      ...fields,
    });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body as { webhook: { id: string; version: number }; secret: string };
  };
  const write = (number: number, problemId: string | null = null) =>
    change(team.admin.context(), async (tx) =>
      tx.record({ type: 'note.written', subject: { kind: 'note', id: `n${number}` }, problemId, data: { number } }),
    );
  const run = () => team.services.jobs.runDue();
  const pass = async (ms: number) => {
    team.clock.advance(ms);
    await run();
  };
  const numbers = () => receiver.received.map(({ event }) => event.data['number'] ?? 0);
  const deliveries = async (id: string) => (await send(`GET /api/webhooks/${id}/deliveries`)).body.deliveries;

  test('PF2 an event arrives as a signed CloudEvent, and the secret is told once', async () => {
    const { webhook, secret } = await create();
    const problemId = await team.openProblem();
    await write(1, problemId);
    await run();
    const [{ headers, body, event }] = receiver.received as [(typeof receiver.received)[0]];
    expect(event).toEqual({
      specversion: '1.0',
      id: headers['webhook-id'],
      source: 'urn:peil',
      type: 'peil.note.written',
      time: new Date(team.clock.now()).toISOString(),
      subject: 'note/n1',
      datacontenttype: 'application/json',
      problemid: problemId,
      data: { number: 1 },
    });
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    const signed = { id: event.id, timestamp_s: Number(headers['webhook-timestamp']), body };
    expect(headers['webhook-signature']).toBe(signatureOf(signed, secret));
    expect(JSON.stringify((await send('GET /api/webhooks')).body)).not.toContain(secret);
    const rotated = await send(`POST /api/webhooks/${webhook.id}/rotate-secret`);
    expect(rotated.events).toEqual(['webhook.secret_rotated']);
    await write(2);
    await run();
    const second = receiver.received[1];
    const again = { id: second?.event.id ?? '', timestamp_s: signed.timestamp_s, body: second?.body ?? '' };
    expect(second?.headers['webhook-signature']).toBe(
      `${signatureOf(again, rotated.body.secret)} ${signatureOf(again, secret)}`,
    );
    await pass(25 * hour_ms);
    await write(3);
    await run();
    expect(receiver.received[2]?.headers['webhook-signature']).not.toContain(' ');
  });

  test('PF2 what was committed is sent after a crash, in order; what was rolled back never is', async () => {
    const { webhook } = await create();
    await write(1);
    await Promise.all([2, 3, 4].map((number) => write(number)));
    await expect(
      change(team.admin.context(), async (tx) => {
        tx.record({ type: 'note.written', subject: { kind: 'note', id: 'x' }, problemId: null, data: { number: 9 } });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    // Nothing ran between the commits and here: all there is, is in the database.
    expect(receiver.received).toEqual([]);
    const waiting = await deliveries(webhook.id);
    expect(waiting).toMatchObject(Array.from({ length: 4 }, () => ({ state: 'waiting' })));
    const after = await openServices(team.services);
    await after.jobs.runDue();
    await after.jobs.runDue();
    await after.analytics.close();
    expect(numbers().toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4]);
    const ids = receiver.received.map(({ event }) => event.id);
    expect(ids).toEqual(waiting.map(({ eventId }: { eventId: string }) => eventId).reverse());
    expect(await deliveries(webhook.id)).toMatchObject(
      waiting.map(() => ({ state: 'delivered', attempts: 1, status: 204, nextAt: null })),
    );
  });

  test('PF2 what fails is tried again when its time has come, once, and holds up what follows', async () => {
    const { webhook } = await create();
    receiver.answer(500, 'not today'.padEnd(5000, '.'));
    await write(1);
    await run();
    await write(2);
    await pass(9_000);
    expect(numbers()).toEqual([1]);
    const [, failed] = await deliveries(webhook.id);
    expect(failed).toMatchObject({ state: 'waiting', attempts: 1, status: 500 });
    expect(failed.answer).toHaveLength(1000);
    receiver.answer(302, '', { location: receiver.url });
    await pass(1_000);
    expect(numbers()).toEqual([1, 1]);
    receiver.answer(200);
    await pass(60_000);
    await pass(60_000);
    expect(numbers()).toEqual([1, 1, 1, 2]);
    expect(new Set(receiver.received.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('PF2 after eight attempts over a day it is paused, which is recorded; resumed it goes on, and sends again', async () => {
    const { webhook } = await create();
    receiver.answer(503);
    await write(1);
    await run();
    await write(2);
    const happened: string[] = [];
    team.services.events.afterCommit((events) => happened.push(...events.map(({ type }) => type)));
    for (let hours = 0; hours < 30; hours += 1) for (let turn = 0; turn < 12; turn += 1) await pass(hour_ms / 12);
    expect(numbers()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(happened).toContain('webhook.paused');
    expect((await send(`POST /api/webhooks/${webhook.id}/test`)).body.error.code).toBe('webhooks.paused');
    receiver.answer(204);
    await write(3);
    await run();
    expect(receiver.received).toHaveLength(8);
    const resumed = await send(`POST /api/webhooks/${webhook.id}/resume`);
    expect(resumed).toMatchObject({ body: { pausedAt: null, waiting: 2 }, events: ['webhook.resumed'] });
    await run();
    expect(numbers().slice(8)).toEqual([2, 3]);
    const failed = (await deliveries(webhook.id)).at(-1);
    expect(failed).toMatchObject({ state: 'failed', attempts: 8 });
    const again = await send(`POST /api/webhooks/${webhook.id}/deliveries/${failed.id}/send-again`);
    expect(again).toMatchObject({ status: 202, events: ['webhook.sent_again'] });
    await run();
    expect(numbers().slice(8)).toEqual([2, 3, 1]);
    expect((await send(`POST /api/webhooks/${webhook.id}/resume`)).status).toBe(409);
  });

  test('PF2 a private problem is not told of, neither when it happens nor when it is sent', async () => {
    const { webhook } = await create();
    const told = await create({ name: 'Inner', includesPrivate: true });
    const hidden = await team.openProblem({ private: true });
    const open = await team.openProblem();
    await write(1, hidden);
    await write(2, 'a problem that is not known');
    await write(3, open);
    await change(team.admin.context(), async (tx) => setProblemPrivacy(tx, { problemId: open, private: true }));
    await run();
    const mine = await deliveries(webhook.id);
    expect(mine).toMatchObject([{ state: 'withheld', attempts: 0 }]);
    expect(numbers()).toEqual([1, 2, 3]);
    expect(await deliveries(told.webhook.id)).toHaveLength(3);
    const again = await send(`POST /api/webhooks/${webhook.id}/deliveries/${mine[0].id}/send-again`);
    expect(again.body.error.code).toBe('webhooks.now_private');
  });

  test('PF2 what people wrote stays here, unless the webhook says so, when it happens and when it is sent', async () => {
    const { webhook } = await create();
    const told = await create({ name: 'Inner', includesWords: true });
    expect(told.webhook).toMatchObject({ includesWords: true });
    const remark = 'The desk in Leiden is at fault.';
    const say = () =>
      change(team.admin.context(), async (tx) =>
        tx.record({
          type: 'note.written',
          subject: { kind: 'note', id: 'n1' },
          problemId: null,
          data: { role: 'sme', number: 1, remark, said: { nl: remark } },
        }),
      );
    await say();
    await run();
    const data = () => {
      const told = receiver.received.splice(0).map((each) => each.event.data);
      return told.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
    };
    const whole = { role: 'sme', number: 1, remark, said: { nl: remark } };
    const bare = { role: 'sme', number: 1, said: {} };
    expect(data()).toEqual([bare, whole]);
    // Taken back before it is sent, it is not sent; and what was left out when it happened does not come back.
    await say();
    await send(`PATCH /api/webhooks/${told.webhook.id}`, { includesWords: false }, { version: 1 });
    await send(`PATCH /api/webhooks/${webhook.id}`, { includesWords: true }, { version: 1 });
    await run();
    expect(data()).toEqual([bare, bare]);
  });

  test('PF2 switched off nothing is sent, neither then nor later; edits are versioned', async () => {
    const { webhook } = await create();
    await write(1);
    const off = await send(`PATCH /api/webhooks/${webhook.id}`, { isActive: false }, { version: 1 });
    expect(off).toMatchObject({ body: { isActive: false, version: 2, waiting: 0 }, events: ['webhook.edited'] });
    const stale = await send(`PATCH /api/webhooks/${webhook.id}`, { name: 'Other' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, events: [] });
    await write(2);
    expect((await send(`POST /api/webhooks/${webhook.id}/test`)).body.error.code).toBe('webhooks.not_active');
    await send(`PATCH /api/webhooks/${webhook.id}`, { isActive: true }, { version: 2 });
    await write(3);
    await run();
    expect(numbers()).toEqual([3]);
    expect(await send(`DELETE /api/webhooks/${webhook.id}`)).toMatchObject({
      status: 204,
      events: ['webhook.deleted'],
    });
    await write(4);
    await run();
    expect(numbers()).toEqual([3]);
    expect(await team.services.secrets.isKept(`webhook.${webhook.id}`)).toBe(false);
  });

  test('PF2 a test event goes to this webhook alone; an address inside is refused with a sentence', async () => {
    const { webhook } = await create();
    await create({ name: 'Everything', types: null });
    await run();
    receiver.received.length = 0;
    const sent = await send(`POST /api/webhooks/${webhook.id}/test`);
    expect(sent).toMatchObject({ status: 202, body: { state: 'waiting', type: 'webhook.tested' } });
    await run();
    expect(receiver.received.map(({ event }) => event.type)).toEqual(['peil.webhook.tested']);
    const refused = await send('POST /api/webhooks', { name: 'Inside', url: 'https://10.0.0.8/' });
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'webhooks.private_address' } }, events: [] });
    const edit = await send(`PATCH /api/webhooks/${webhook.id}`, { url: 'https://169.254.169.254/' }, { version: 1 });
    expect(edit.status).toBe(422);
  });
});
