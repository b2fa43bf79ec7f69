import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../kit/app.ts';
import { describeEachDatabase } from '../kit/databases.ts';
import type { Recorded, Recording } from '../kit/record-wire-process.ts';

/**
 * What clients in other languages sent to a real server, word for word, sent to Peil: it answers the same. The files are made by
 * `test/kit/record-wire-process.ts`, in this order on one new server, so that its experiments have the same numbers here.
 */
const recordings = ['java', 'r', 'lightning'] as const;

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'replay', `${name}.json`), 'utf8')) as Recording;

/** What each server says in its own way: moments, names that it finds, who asked, what a refusal reads like. */
const own = new Set(['creation_time', 'last_update_time', 'creation_timestamp', 'last_updated_timestamp', 'message']);
/** What clients do not read: more of a refusal, and workspaces, of which there is one. */
const unread = new Set(['sqlstate', 'error_class', 'workspace']);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Lists of tags and of the like have no order. */
function comparable(value: Json): Json {
  if (Array.isArray(value)) {
    const list = value.map((each) => comparable(each));
    const isKeyed = list.every((each) => typeof each === 'object' && each !== null && 'key' in each);
    return isKeyed ? list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const ofVersion = 'current_stage' in value;
  const kept = Object.entries(value).filter(
    ([name]) => !own.has(name) && !unread.has(name) && !(ofVersion && name === 'user_id'),
  );
  // Nothing, an empty part and an empty text are the same to them.
  const parts = kept.map(([name, each]) => [name, comparable(each)] as const);
  return Object.fromEntries(parts.filter(([, each]) => each !== '' && JSON.stringify(each) !== '{}'));
}

/** What this server called otherwise than the one of the recording, by its name there. */
class Translation {
  readonly #names = new Map<string, string>();

  of(text: string): string {
    let translated = text;
    for (const [there, here] of this.#names) translated = translated.replaceAll(there, here);
    return translated;
  }

  /** The id of a run, its name where the server found one, and where the next page begins. */
  learn(there: unknown, here: unknown): void {
    const [one, other] = [there, here].map(named);
    for (const name of ['run_id', 'run_name', 'next_page_token'] as const) {
      const [known, found] = [one?.[name], other?.[name]];
      if (known !== undefined && found !== undefined && known !== found) this.#names.set(known, found);
    }
  }
}

type Named = Partial<Record<'run_id' | 'run_name' | 'next_page_token', string>>;

function named(answer: unknown): Named {
  const { run, next_page_token } = answer as { run?: { info: Named }; next_page_token?: string };
  return { ...run?.info, ...(next_page_token === undefined ? {} : { next_page_token }) };
}

async function send(peil: TestPeil, { method, path, body }: Recorded): Promise<{ status: number; answer: unknown }> {
  const answer = await peil.app.inject({
    method: method as 'GET',
    url: path,
    headers: { host: 'localhost', 'content-type': 'application/json; charset=utf-8' },
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, answer: answer.json() };
}

describeEachDatabase('clients of other languages', ({ openPeil }) => {
  let peil: TestPeil;
  beforeAll(async () => {
    peil = await openPeil();
  });
  afterAll(() => peil.close());

  test.each(recordings)('DS1 what the client of %s sends is answered as a real server answered it', async (name) => {
    const translation = new Translation();
    const { requests } = read(name);
    expect(requests.length).toBeGreaterThan(10);
    for (const request of requests) {
      peil.clock.advance(10);
      const asked = { ...request, path: translation.of(request.path), body: translation.of(request.body) };
      const { status, answer } = await send(peil, asked);
      translation.learn(request.answer, answer);
      const told = `${request.method} ${request.path} ${request.body}`;
      const expected = JSON.parse(translation.of(JSON.stringify(request.answer || {}))) as Json;
      expect({ status, answer: comparable(answer as Json) }, told).toEqual({
        status: request.status,
        answer: comparable(expected),
      });
    }
  });
});
