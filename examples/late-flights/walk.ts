import * as formulation from '../../src/capabilities/formulation/contract.ts';
import * as risk from '../../src/capabilities/risk/contract.ts';
import type { Ask } from './ask.ts';
import { flightsFile } from './flights-file.ts';
import { type Measured, measure } from './measure.ts';
import { valueModel } from './value-model.ts';
import * as words from './words.ts';

export type Step = 'counting' | 'opportunity' | 'objective' | 'value' | 'decision' | 'done';
/** How far the building is: a share from 0 to 1, and what is being done. */
export type Report = (share: number, step: Step) => void;

/** The first part of the guided example: from an empty Peil to a signed go, by the public API alone. */
export async function walk(ask: Ask, report: Report): Promise<{ problemId: string; measured: Measured }> {
  report(0, 'counting');
  const measured = await measure(flightsFile());
  report(0.5, 'opportunity');
  const { id: problemId } = await ask(formulation.createProblem, { body: { title: words.title } });
  await ask(formulation.writeOpportunity, {
    params: { problemId },
    body: words.opportunity(measured),
    version: await versionOf(ask, problemId),
  });
  await accept(ask, problemId);
  report(0.6, 'objective');
  await writeObjective(ask, problemId, measured);
  await translate(ask, problemId);
  await classify(ask, problemId);
  report(0.7, 'value');
  await writeValue(ask, problemId, measured);
  report(0.85, 'decision');
  await decide(ask, problemId);
  report(1, 'done');
  return { problemId, measured };
}

async function versionOf(ask: Ask, problemId: string): Promise<number> {
  const { version } = await ask(formulation.readOpportunity, { params: { problemId } });
  return version;
}

async function writeObjective(ask: Ask, problemId: string, measured: Measured): Promise<void> {
  const { id: objectiveId } = await ask(formulation.createObjective, {
    params: { problemId },
    body: { text: words.objectiveText },
  });
  const params = { problemId, objectiveId };
  const by = `${new Date().getUTCFullYear() + 1}-12-31`;
  const hundredths = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
  const caught = {
    metric: 'Late arrivals for which a crew was ready',
    unit: '% of late arrivals',
    baseline: hundredths(measured.ruleHits, measured.late),
    target: '45.0',
    by,
    source: 'Crew roster joined with the arrivals, every week',
  };
  const worse = {
    metric: 'Crews kept more than an hour beyond their shift',
    unit: 'a week',
    baseline: '64',
    target: '40',
    by,
    source: 'Overtime sheets of the station; the baseline is an assumption of this example',
  };
  await ask(formulation.createKeyResult, { params, body: caught });
  await ask(formulation.createKeyResult, { params, body: worse });
}

async function translate(ask: Ask, problemId: string): Promise<void> {
  const params = { problemId };
  const { version, links } = await ask(formulation.readTranslation, { params });
  await ask(formulation.writeTranslation, { params, body: words.translation, version });
  for (const { keyResultId, version: linked } of links)
    await ask(formulation.linkKeyResult, {
      params: { ...params, keyResultId },
      body: { contributes: true, text: words.moves },
      version: linked,
    });
}

/** The law names nothing of this: no people are judged, and no product depends on it. */
async function classify(ask: Ask, problemId: string): Promise<void> {
  const params = { problemId };
  const { version } = await ask(risk.readAiAct, { params });
  const way = { system: 'yes', practice: 'none', product: 'no', area: 'none', transparency: 'none' };
  const answers = Object.entries(way).map(([question, choice]) => ({ question, choice, reason: words.classReason }));
  const body = { answers, role: 'deployer' as const, confirmedBy: 'Eva Jansen' };
  await ask(risk.classifyAtOnce, { params, body, version });
}

async function writeValue(ask: Ask, problemId: string, measured: Measured): Promise<void> {
  const params = { problemId };
  const { version } = await ask(formulation.readValueModel, { params });
  await ask(formulation.writeValueModel, { params, body: { model: { ...valueModel(measured) } }, version });
  const alternatives = await ask(formulation.readAlternatives, { params });
  await ask(formulation.writeAlternatives, {
    params,
    body: { text: words.alternatives },
    version: alternatives.version,
  });
}

async function accept(ask: Ask, problemId: string): Promise<void> {
  const params = { problemId, gate: 'g0' as const };
  const { snapshotHash } = await ask(formulation.readGate, { params });
  const people = [
    { name: 'Ria de Wit', role: 'sme' as const, meaning: 'stands for the problem as it is written' },
    { name: 'Amina Haddad', role: 'sponsor' as const, meaning: 'finds it worth the work' },
  ];
  const body = { snapshotHash, outcome: 'go' as const, reasons: words.acceptReasons, people };
  await ask(formulation.decideGate, { params, body });
}

async function decide(ask: Ask, problemId: string): Promise<void> {
  const params = { problemId, gate: 'g1' as const };
  const { snapshotHash } = await ask(formulation.readGate, { params });
  const people = [
    { name: 'Ria de Wit', role: 'sme' as const, meaning: 'confirms the problem and the prices' },
    { name: 'Joost Kramer', role: 'data_scientist' as const, meaning: 'judges the level within reach' },
    { name: 'Amina Haddad', role: 'sponsor' as const, meaning: 'pays for the next phase' },
  ];
  await ask(formulation.decideGate, {
    params,
    body: { snapshotHash, outcome: 'go', reasons: words.goReasons, people },
  });
}
