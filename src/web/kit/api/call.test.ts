import { afterAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';

// What a browser has before the page begins.
vi.stubGlobal('document', { documentElement: {}, querySelector: () => null });
vi.stubGlobal('navigator', { languages: ['nl'] });
const { call } = await import('./call.ts');
const { queryClient } = await import('../query/query-client.ts');
afterAll(() => vi.unstubAllGlobals());

const readThing = defineEndpoint({
  id: 'readThing',
  method: 'GET',
  path: '/api/thing',
  permission: 'public',
  summary: 'A thing.',
  answer: z.object({ name: z.string() }),
});

test('house an answer that is no JSON, such as the sign-in of a proxy, is said in a sentence and not asked again', async () => {
  const signIn = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
  const asked = vi.fn(async () => signIn());
  vi.stubGlobal('fetch', asked);
  const asking = queryClient.fetchQuery({
    queryKey: ['thing'],
    queryFn: () => call(readThing, {}),
    retry: queryClient.getDefaultOptions().queries?.retry ?? 0,
    retryDelay: 0,
  });
  await expect(asking).rejects.toMatchObject({
    code: 'page.strange_answer',
    message: expect.stringContaining('De server gaf een antwoord dat deze pagina niet begrijpt'),
  });
  expect(asked).toHaveBeenCalledTimes(1);
});

test('house what was not reached is asked twice more', async () => {
  const asked = vi.fn(async () => Response.json({ name: 'reached' }));
  asked.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  vi.stubGlobal('fetch', asked);
  const asking = queryClient.fetchQuery({
    queryKey: ['reached'],
    queryFn: () => call(readThing, {}),
    retry: queryClient.getDefaultOptions().queries?.retry ?? 0,
    retryDelay: 0,
  });
  expect(await asking).toEqual({ name: 'reached' });
  expect(asked).toHaveBeenCalledTimes(3);
});
