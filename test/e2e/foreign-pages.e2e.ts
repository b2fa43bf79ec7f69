/// <reference lib="dom" />
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createProblem, listProblems } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage } from '../kit/visit.ts';
import { asking } from '../kit/written-problem.ts';

/**
 * Personal mode has no sign-in, so the browser itself is the only thing between a hostile page and Peil. Each attack is
 * tried by real Chromium, from a page on another port (same site, other origin) and from another site.
 */
const title = 'Written by a hostile page';

/** Each runs in the hostile page, and answers what the page could learn of the reply. */
const attacks: Record<string, (target: string, text: string) => Promise<string>> = {
  'JSON over fetch': async (target, text) => {
    const body = JSON.stringify({ title: text });
    const reply = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return reply.text();
  },
  'JSON dressed as plain text, which needs no preflight': async (target, text) => {
    const body = JSON.stringify({ title: text });
    const reply = await fetch(target, {
      method: 'POST',
      mode: 'no-cors',
      headers: { 'content-type': 'text/plain' },
      body,
    });
    return reply.text();
  },
  'a form sent into a frame': async (target, text) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'sink' });
    const form = Object.assign(document.createElement('form'), {
      method: 'POST',
      action: target,
      target: 'sink',
      enctype: 'text/plain',
    });
    const field = Object.assign(document.createElement('input'), { name: `{"title":"${text}","x":"`, value: '"}' });
    form.append(field);
    document.body.append(frame, form);
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    form.submit();
    await loaded;
    return frame.contentDocument?.body.textContent ?? '';
  },
  'reading the list of problems': async (target) => (await fetch(target, { credentials: 'include' })).text(),
};

async function attack(page: Page, name: string, target: string): Promise<string> {
  const run = attacks[name];
  if (!run) throw new Error(`no attack is called ${name}`);
  return page.evaluate(
    `(${run.toString()})(${JSON.stringify(target)}, ${JSON.stringify(title)}).catch((error) => 'refused: ' + error)`,
  );
}

describeWithChromium('house a page from elsewhere', () => {
  let peil: TestPeil & { address: string };
  let hostile: Server;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    peil = await openListeningPeil();
    await asking(peil, createProblem, { body: { title: 'Ours, and nobody else’s' } });
    hostile = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>x</title><body>'),
    );
    await new Promise<void>((resolve) => {
      hostile.listen(0, '127.0.0.1', resolve);
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    hostile.close();
    await peil.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
  });

  const hostileAt = (host: string) => `http://${host}:${(hostile.address() as AddressInfo).port}/`;

  test.each(
    ['127.0.0.1', 'localhost', 'other.localhost'].flatMap((host) =>
      Object.keys(attacks).map((name) => ({ host, name })),
    ),
  )('house $name from $host gets nothing done and learns nothing', async ({ host, name }) => {
    await page.goto(hostileAt(host));
    const learned = await attack(page, name, `${peil.address}/api/problems`);
    const { problems } = await asking(peil, listProblems);
    expect(problems.map((problem) => problem.title)).toEqual(['Ours, and nobody else’s']);
    expect(learned).not.toContain('Ours');
    await page.close();
  });

  test('house a host that was rebound to our address is not answered', async () => {
    const reply = await page.goto(peil.address.replace('127.0.0.1', 'rebound.localhost'));
    expect(reply?.status()).toBe(403);
    const learned = await page.evaluate(`fetch('/api/problems').then((reply) => reply.text())`);
    expect(learned).toContain('request.foreign_host');
    await page.close();
  });

  test.each(['127.0.0.1', 'other.localhost'])('house the page cannot be framed by a page from %s', async (host) => {
    demandBuiltPage();
    const reply = await page.request.get(`${peil.address}/`, { headers: { accept: 'text/html' } });
    expect(await reply.text()).toContain('id="page"');
    expect(reply.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(reply.headers()['x-frame-options']).toBe('DENY');
    await page.goto(hostileAt(host));
    await page.evaluate(frame, `${peil.address}/`);
    const [framed] = page.frames().slice(1);
    expect(framed?.url(), 'the browser shows its own error in place of Peil').toBe('chrome-error://chromewebdata/');
    // The same way of framing shows what may be framed, so that the test above can fail.
    await page.evaluate(frame, hostileAt('localhost'));
    expect(page.frames().at(-1)?.url()).toBe(hostileAt('localhost'));
    await page.close();
  });
});

/** Runs in the hostile page: shows an address in a frame, and waits until that has loaded or been refused. */
function frame(address: string): Promise<void> {
  const element = document.createElement('iframe');
  const loaded = new Promise<void>((resolve) => element.addEventListener('load', () => resolve()));
  element.src = address;
  document.body.append(element);
  return loaded;
}
