import * as risk from '../../src/capabilities/risk/contract.ts';
import type { TestPeil } from './app.ts';
import { asking } from './written-problem.ts';

interface Assessing {
  problemId: string;
  headers?: Record<string, string>;
}

/** The answers that lead to a minimal class: an AI system for none of what the law names. */
const minimal = [
  ['system', 'yes'],
  ['practice', 'none'],
  ['product', 'no'],
  ['area', 'none'],
  ['transparency', 'none'],
] as const;

/** A risk with all its figures, within an appetite of 25,000 a year. */
export const writtenRisk = {
  what: 'Crews trust a wrong warning and miss a real one',
  cause: 'The model is right most of the time, so people stop looking.',
  affected: 'Crews, and the customers who wait',
  likelihood: { kind: 'per_year' as const, low: '1', likely: '4', high: '10' },
  impact: { low: '5000', likely: '20000', high: '60000' },
  control: 'A second look at every warning in the first half year.',
  residualLikelihood: { kind: 'per_year' as const, low: '0.2', likely: '1', high: '3' },
  residualImpact: null,
  decision: 'mitigate' as const,
  acceptedBy: 'Eva Jansen',
  decisionReason: 'The second look is cheap.',
  owner: 'Tom Bakker',
};

/** Answers everything, so that the assessment can be signed; answers the id of its one risk. */
export async function assessedProblem(
  peil: Pick<TestPeil, 'app'>,
  { problemId, headers = {} }: Assessing,
): Promise<{ riskId: string }> {
  const given = { headers, params: { problemId } };
  let { version } = await asking(peil, risk.readAiAct, given);
  for (const [question, choice] of minimal) {
    const params = { problemId, question };
    const body = { choice, reason: 'As the team sees it.' };
    ({ version } = await asking(peil, risk.answerAiAct, { headers, params, body, version }));
  }
  const confirming = { role: 'deployer' as const, confirmedBy: 'Mr. De Wit' };
  await asking(peil, risk.confirmAiAct, { ...given, body: confirming, version });
  const dpia = await asking(peil, risk.readDpia, given);
  await asking(peil, risk.answerDpia, {
    headers,
    params: { problemId, question: 'personal_data' },
    body: { choice: 'no', reason: 'Machines only.' },
    version: dpia.version,
  });
  const { id: riskId } = await asking(peil, risk.createRisk, { ...given, body: writtenRisk });
  const register = await asking(peil, risk.readRiskRegister, given);
  await asking(peil, risk.writeAppetite, { ...given, body: { appetite: '25000' }, version: register.version });
  return { riskId };
}
