import { hashSnapshot, recordDecision } from '../../src/capabilities/decisions/index.ts';
import * as formulation from '../../src/capabilities/formulation/contract.ts';
import { classifyAtOnce } from '../../src/capabilities/risk/classify-at-once.ts';
import type { ValueModel } from '../../src/capabilities/value/contract.ts';
import type { Answer, Endpoint, Request } from '../../src/platform/endpoint/define-endpoint.ts';
import { change } from '../../src/platform/context/change.ts';
import type { TestPeil } from './app.ts';
import { systemContext } from './audited.ts';

/** Asks one thing of a Peil under test; fails loudly on a refusal, so that a broken set-up is not taken for a result. */
export async function asking<E extends Endpoint>(
  peil: Pick<TestPeil, 'app'>,
  endpoint: E,
  given: Partial<Request<E>> & { version?: number; headers?: Record<string, string> } = {},
): Promise<Answer<E>> {
  const params = (given.params ?? {}) as Record<string, string>;
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const answer = await peil.app.inject({
    method: endpoint.method,
    url,
    headers: { ...given.headers, ...(given.version === undefined ? {} : { 'if-match': String(given.version) }) },
    ...(given.body === undefined ? {} : { payload: given.body as object }),
  });
  if (answer.statusCode >= 400) throw new Error(`${endpoint.id}: ${answer.statusCode} ${answer.body}`);
  return answer.json<Answer<E>>();
}

const likely = (value: string) => ({ kind: 'constant' as const, value: { likely: value } });

/** The worked example of the notes on value: N 50,000, base rate .04, a miss 900, a hit 330, a false alarm 60, fixed 120,000. */
export const workedValueModel: ValueModel = {
  task: 'binary',
  currency: 'EUR',
  volumePerYear: { likely: 50_000 },
  baseRate: { likely: 0.04 },
  values: { tp: likely('-330'), fn: likely('-900'), fp: likely('-60'), tn: likely('0') },
  today: { kind: 'recall-and-precision', recall: { likely: 0.35 }, precision: { likely: 0.2 } },
  runCostPerYear: { likely: '120000' },
  buildCost: { likely: '0' },
  depreciationYears: 3,
  adoption: { likely: 1 },
};

export const writtenAnswers = {
  currentSituation: 'Machines stop without warning; a crew repairs them at night.',
  affected: 'Crews, planners and the customers who wait.',
  frequency: 'About 2,000 times a year.',
  cost: 'About 900 euros a stop.',
  currentDecision: 'By the age of the machine.',
  evidence: 'The log of the night shift.',
};

/** Ids of a problem that has everything a go needs; parameters of addresses are called as they are here. */
export interface WrittenProblem extends Record<string, string> {
  problemId: string;
  objectiveId: string;
  keyResultId: string;
}

/** Gate G0, as if expert and sponsor had been here: what a test of G1 begins with. */
export async function acceptOpportunity({ services }: Pick<TestPeil, 'services'>, problemId: string): Promise<void> {
  const ctx = systemContext(services);
  const terms = { outcome: 'go' as const, reasons: 'It hurts enough.' };
  const people = [{ name: 'Sam', role: 'sponsor' as const, meaning: 'accepts the opportunity' }];
  await change(ctx, (tx) =>
    recordDecision(tx, {
      problemId,
      gate: 'g0',
      actor: ctx.actor,
      terms,
      people,
      hashed: hashSnapshot({ gate: 'g0', problemId }),
      proposal: { id: 'by-the-kit', policy: { name: 'standard', version: 0 } },
    }),
  );
}

const translation = {
  task: 'binary' as const,
  unit: 'One machine and one night.',
  target: 'It stops unforeseen that night.',
  truth: 'The log of the night shift, the next morning.',
  moment: 'At six in the evening.',
  horizon: 'The coming night.',
  action: 'The planner sends a crew ahead.',
  capacity: 'Five machines a night.',
  fairness: 'Nobody: it is about machines.',
};

async function translate(
  peil: Pick<TestPeil, 'app'>,
  { headers, ...params }: { headers: Record<string, string>; problemId: string; keyResultId: string },
): Promise<void> {
  const { problemId } = params;
  const of = { headers, params: { problemId } };
  const { version } = await asking(peil, formulation.readTranslation, of);
  await asking(peil, formulation.writeTranslation, { ...of, body: translation, version });
  await asking(peil, formulation.linkKeyResult, {
    headers,
    params,
    body: { contributes: true, text: 'What is seen coming does not stop.' },
    version: 0,
  });
}

/** The class under the AI Act of a system that the law does not name, as if a risk manager had been here. */
async function classify({ services }: Pick<TestPeil, 'services'>, problemId: string): Promise<void> {
  const way = { system: 'yes', practice: 'none', product: 'no', area: 'none', transparency: 'none' };
  const reason = 'It is about machines.';
  const answers = Object.entries(way).map(([question, choice]) => ({ question, choice, reason }));
  const said = { role: 'deployer', confirmedBy: 'Mr. De Wit' } as const;
  await classifyAtOnce(systemContext(services), { problemId, version: 0, answers, ...said });
}

/** What comes after the opportunity is accepted: `writtenProblem` does it, unless it is told to stop before G0. */
export async function translateAndClassify(
  peil: Pick<TestPeil, 'app' | 'services'>,
  {
    headers,
    problemId = '',
    keyResultId = '',
  }: { headers: Record<string, string>; problemId?: string; keyResultId?: string },
): Promise<void> {
  await translate(peil, { headers, problemId, keyResultId });
  await classify(peil, problemId);
}

/** A problem with opportunity, key result, translation, class, alternatives and prices: ready to be decided on. */
export async function writtenProblem(
  peil: Pick<TestPeil, 'app' | 'services'>,
  headers: Record<string, string> = {},
  { isClassified = true, isAccepted = true } = {},
): Promise<WrittenProblem> {
  const { id: problemId } = await asking(peil, formulation.createProblem, {
    headers,
    body: { title: 'Machines that stop at night' },
  });
  const params = { problemId };
  await asking(peil, formulation.writeOpportunity, {
    headers,
    params,
    body: writtenAnswers,
    version: (await asking(peil, formulation.readOpportunity, { headers, params })).version,
  });
  const { id: objectiveId } = await asking(peil, formulation.createObjective, {
    headers,
    params,
    body: { text: 'Nights without surprises' },
  });
  const keyResult = {
    metric: 'Unforeseen stops',
    unit: 'a year',
    baseline: '2000',
    target: '1200',
    by: '2027-12-31',
    source: 'Log of the night shift',
  };
  const { id: keyResultId } = await asking(peil, formulation.createKeyResult, {
    headers,
    params: { problemId, objectiveId },
    body: keyResult,
  });
  await asking(peil, formulation.writeAlternatives, {
    headers,
    params,
    body: { text: 'A rule on age; more spare parts; nothing.' },
    version: (await asking(peil, formulation.readAlternatives, { headers, params })).version,
  });
  await asking(peil, formulation.writeValueModel, {
    headers,
    params,
    body: { model: { ...workedValueModel } },
    version: (await asking(peil, formulation.readValueModel, { headers, params })).version,
  });
  const ids = { problemId, objectiveId, keyResultId, gate: 'g1' };
  if (!isAccepted) return ids;
  await acceptOpportunity(peil, problemId);
  await translate(peil, { headers, problemId, keyResultId });
  if (isClassified) await classify(peil, problemId);
  return ids;
}
