import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { peopleAtAGate, type PeopleAtAGate } from '../../../test/kit/people-at-a-gate.ts';
import { lightPolicy, type PolicyDocument } from '../decisions/contract.ts';

const day_ms = 86_400_000;

/** The light policy, under which a signature at G1 counts for two days. */
const { g1 } = lightPolicy.rules;
const shortLived: PolicyDocument = {
  ...lightPolicy,
  rules: { ...lightPolicy.rules, g1: { ...g1, minimal: { ...g1.minimal, validity_days: 2 } } },
};

describeEachDatabase('signatures on the one page', (kit) => {
  let here: PeopleAtAGate;
  beforeAll(async () => {
    here = await peopleAtAGate(kit, shortLived);
  });
  afterAll(() => here.team.close());

  test('RM3 PF10 it says of each signature on the table what it is worth today, in the same bytes on the same day', async () => {
    const { team, as } = here;
    const at = await here.anotherProblem();
    const proposalId = await at.propose();
    await at.sign('eva', proposalId, { role: 'sme' });
    const page = async (language: 'en' | 'nl' = 'en', who: 'eva' | 'noor' = 'eva') =>
      (await as[who](`GET ${at.path}/one-page?language=${language}`)).body;
    const line = (markdown: string) => markdown.split('\n').find((each) => each.includes('approves the go')) ?? '';
    const day = (after: number, language = 'en-GB') =>
      new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(signedAt + after * day_ms);
    const signedAt = team.clock.now();

    const fresh = await page();
    expect(line(fresh.markdown)).toContain(`(signed on ${day(0)}) (counts until ${day(2)})`);
    expect(line((await page('nl')).markdown)).toContain(`(telt tot ${day(2, 'nl-NL')}`);
    team.clock.advance(day_ms / 24);
    expect(await page('en', 'noor')).toEqual(fresh);

    team.clock.advance(2 * day_ms);
    const ended = await page();
    expect(ended.hash).not.toBe(fresh.hash);
    expect(ended.generatedFrom.gates[1].proposal.signOffs).toMatchObject([{ lapsed: 'ended' }]);
    expect(line(ended.markdown)).toContain(`(counts no longer since ${day(2)})`);
    expect(ended.html).toContain(`(counts no longer since ${day(2)})`);
    expect(await page('en', 'noor')).toEqual(ended);
    expect(line((await page('nl')).markdown)).toContain(`(telt niet meer sinds ${day(2, 'nl-NL')}`);

    await at.sign('eva', proposalId, { role: 'sme' });
    await at.sign('dirk', proposalId, { role: 'data_scientist', verdict: 'objects', remark: 'Two plants only.' });
    expect(
      (await page()).generatedFrom.gates[1].proposal.signOffs.map(({ lapsed }: { lapsed?: string }) => lapsed),
    ).not.toContain('stale');
    const { version } = (await as.dirk(`GET ${at.path}/alternatives`)).body;
    expect((await as.dirk(`PUT ${at.path}/alternatives`, { text: 'By age.' }, { version })).status).toBe(200);
    const stale = await page();
    const said = stale.markdown.split('\n').filter((each: string) => each.includes('the evidence has changed since'));
    expect(said.some((each: string) => each.includes('Two plants only.'))).toBe(true);
    expect(said.some((each: string) => each.includes('approves the go'))).toBe(true);
    // A version that is kept says for good what stood on its day.
    const kept = (await as.eva(`POST ${at.path}/one-page/versions`)).body;
    expect(kept.hash).toBe(stale.hash);
    team.clock.advance(5 * day_ms);
    expect((await as.eva(`GET ${at.path}/one-page/versions/${kept.number}?language=en`)).body.html).toBe(stale.html);
  });
});
