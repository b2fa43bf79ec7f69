import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMe, listPeople } from '../src/capabilities/identity/contract.ts';
import * as formulation from '../src/capabilities/formulation/contract.ts';
import { listThreads } from '../src/capabilities/conversation/contract.ts';
import { listImports, listSources } from '../src/capabilities/datasets/contract.ts';
import { listDecisions } from '../src/capabilities/decisions/contract.ts';
import { listEvaluations } from '../src/capabilities/evaluation/contract.ts';
import { listFindings } from '../src/capabilities/exploration/contract.ts';
import { listRecords, readBoard } from '../src/capabilities/frameworks/contract.ts';
import { listRegisteredModels } from '../src/capabilities/registry/contract.ts';
import { readRiskRegister } from '../src/capabilities/risk/contract.ts';
import { listStakeholders } from '../src/capabilities/stakeholders/contract.ts';
import { readSufficiency } from '../src/capabilities/sufficiency/contract.ts';
import { listRuns, listVariants } from '../src/capabilities/tracking/contract.ts';
import type { TestPeil } from '../test/kit/app.ts';
import { askAndWork, exampleDay } from '../test/kit/built-example.ts';
import { describeEachDatabase } from '../test/kit/databases.ts';
import { openListeningPeil } from '../test/kit/listening.ts';
import { type Begun, buildExamples, type Progress } from './build-examples.ts';
import { type Ask, askOver } from './kit/ask.ts';

const begun = (): Begun => ({ day: exampleDay, problems: {} });

/** Ends the building as a power cut would: after so many writes that were acknowledged. */
function countWrites(ask: Ask, most = Number.POSITIVE_INFINITY): { ask: Ask; writes: () => number } {
  let writes = 0;
  return {
    writes: () => writes,
    ask: async (endpoint, given) => {
      const answer = await ask(endpoint, given);
      if (endpoint.method === 'GET') return answer;
      writes += 1;
      if (writes >= most) throw new Error('the light went out');
      return answer;
    },
  };
}

const everyRun = {
  filter: '',
  view: 'active',
  facts: 'any',
  order: 'run_name ASC',
  columns: '',
  offset: 0,
  limit: 100,
} as const;

/** Everything that could stand there twice, without ids and times. */
async function contentOf(ask: Ask): Promise<unknown[]> {
  const { problems } = await ask(formulation.listProblems, { query: { sort: 'title', limit: 100 } });
  const contents = problems.map(async ({ id, title, phase, openItems }) => {
    const params = { problemId: id };
    const { objectives } = await ask(formulation.listObjectives, { params });
    const { stakeholders } = await ask(listStakeholders, { params });
    const { threads } = await ask(listThreads, { params, query: { state: 'all', of: 'everyone', limit: 100 } });
    return {
      title,
      phase,
      openItems,
      keyResults: objectives.flatMap(({ keyResults }) => keyResults.map(({ metric }) => metric)),
      verdicts: (await ask(formulation.listVerdicts, { params })).verdicts.length,
      heard: stakeholders.map(({ name, hearings, questions }) => [name, hearings.length, questions.length]),
      threads: threads.map(({ remark, commentCount, state }) => `${state} ${commentCount} ${remark.text}`).sort(),
      risks: (await ask(readRiskRegister, { params })).risks.map(({ what }) => what),
      needed: (await ask(formulation.listDataRequirements, { params })).dataRequirements.map(({ what }) => what),
      alternatives: (await ask(formulation.listAlternatives, { params })).alternatives.map(({ name }) => name),
      attached: (await ask(formulation.listAttachments, { params })).attachments.map((each) => each.title).sort(),
      pages: (await ask(formulation.listOnePages, { params })).versions.length,
      sources: (await ask(listSources, { params })).sources.map((each) => [each.title, each.state, each.identified]),
      imports: (await ask(listImports, { params })).imports.map(({ state, isSame }) => `${state} ${isSame}`).sort(),
      findings: (await ask(listFindings, { params, query: {} })).findings.map((each) => [
        each.title,
        each.answers.length,
      ]),
      sufficient: (await ask(readSufficiency, { params })).verdict,
      approaches: (await ask(readBoard, { params })).approaches.map((each) => [each.title, each.votes.length]),
      records: (await ask(listRecords, { params })).records.length,
      variants: (await ask(listVariants, { params, query: {} })).variants.map(({ name, runs }) => [name, runs]),
      tried: (await ask(listRuns, { params, query: everyRun })).runs.map(({ name, status }) => `${name} ${status}`),
      models: (await ask(listRegisteredModels, { params })).models.map(({ name, newest, aliases }) => [
        name,
        newest,
        aliases,
      ]),
      evaluated: (await ask(listEvaluations, { params, query: {} })).evaluations
        .map(({ runName, asked, sentence }) => `${runName} ${asked.artifact} ${sentence}`)
        .sort(),
      decided: (await ask(listDecisions, { params })).decisions.map(({ gate, outcome }) => [gate, outcome]),
    };
  });
  return Promise.all(contents);
}

describeEachDatabase('PF11 the building of the guided examples', ({ openPeil }) => {
  let whole: TestPeil & { address: string };
  let broken: TestPeil & { address: string };
  const told: Progress[] = [];
  let written: number;

  beforeAll(async () => {
    [whole, broken] = [await openListeningPeil({}, openPeil), await openListeningPeil({}, openPeil)];
    const counting = countWrites(askAndWork(whole));
    await buildExamples({ ask: counting.ask, begun: begun(), report: (progress) => told.push(progress) });
    written = counting.writes();
  });
  afterAll(async () => {
    await whole.close();
    await broken.close();
  });

  test('PF11 a building that is broken off again and again ends as one that was not, with nothing twice', async () => {
    const ask = askAndWork(broken);
    const known = begun();
    const onBegin: Parameters<typeof buildExamples>[0]['onBegin'] = (name, problemId) => {
      known.problems[name] = problemId;
    };
    let breaks = 0;
    // Each round gets a little further; the first writes of all are among what is broken off.
    for (let most = 1; ; most = Math.ceil(most * 1.7) + 2) {
      const cut = countWrites(ask, most);
      const ended = await buildExamples({ ask: cut.ask, begun: known, onBegin }).then(
        () => true,
        (error: Error) => {
          expect(error.message).toBe('the light went out');
          return false;
        },
      );
      if (ended) break;
      breaks += 1;
    }
    expect(breaks).toBeGreaterThan(4);
    expect(await contentOf(ask)).toEqual(await contentOf(askAndWork(whole)));
  });

  test('PF11 what is whole is left alone, and a problem that somebody deleted is not begun again', async () => {
    const counting = countWrites(askAndWork(whole));
    const { problems } = await counting.ask(formulation.listProblems, { query: { sort: 'title', limit: 10 } });
    expect(problems).toHaveLength(3);
    await buildExamples({ ask: counting.ask, begun: begun() });
    expect(counting.writes()).toBeLessThan(8);
    const gone = { 'late-flights': 'gone', 'bird-strikes': 'gone', 'summer-ice': 'gone' };
    await buildExamples({ ask: counting.ask, begun: { ...begun(), problems: gone } });
    const after = await counting.ask(formulation.listProblems, { query: { sort: 'title', limit: 10 } });
    expect(after.problems.map(({ id }) => id)).toEqual(problems.map(({ id }) => id));
  });

  test('PF2 the casts leave no account behind: whoever runs this Peil is the only one', async () => {
    const ask = askOver(`${whole.address}/`);
    const { id } = await ask(getMe);
    const { people } = await ask(listPeople);
    expect(people.map((each) => each.id)).toEqual([id]);
  });

  test('PF11 the building tells how far it is', () => {
    expect(told.at(0)).toEqual({ share: 0, step: 'counting' });
    expect(told.at(-1)).toEqual({ share: 1, step: 'done' });
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([...new Set(told.map(({ step }) => step))]).toEqual([
      'counting',
      'summer-ice',
      'bird-strikes',
      'late-flights',
      'done',
    ]);
    expect(written).toBeGreaterThan(150);
  });
});
