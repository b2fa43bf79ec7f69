import * as risk from '../../src/capabilities/risk/contract.ts';
import type { Filling } from './filling.ts';

/** Class, data protection, what may happen, and what a regulator asks. */
export async function fillRisk(filling: Filling): Promise<void> {
  await fillClass(filling);
  await fillDataProtection(filling);
  await fillRegister(filling);
  await fillRegulator(filling);
}

async function fillClass({ ask, params, written: { risk: given } }: Filling): Promise<void> {
  const { questions, confirmation, role, ...shown } = await ask(risk.readAiAct, { params });
  let { version } = shown;
  for (const { id: question, given: before } of questions) {
    const body = given.aiAct[question];
    if (before || !body) continue;
    ({ version } = await ask(risk.answerAiAct, { params: { ...params, question }, body, version }));
  }
  if (given.confirmed && !confirmation && !role) {
    await ask(risk.confirmAiAct, { params, body: given.confirmed, version });
  }
}

async function fillDataProtection({ ask, params, written: { risk: given } }: Filling): Promise<void> {
  const { questions, dpoAdvice, ...shown } = await ask(risk.readDpia, { params });
  let { version } = shown;
  for (const { id: question, given: before } of questions) {
    const body = given.dpia[question];
    if (before || !body) continue;
    ({ version } = await ask(risk.answerDpia, { params: { ...params, question }, body, version }));
  }
  if (given.dpiaAdvice && dpoAdvice === '') await ask(risk.writeDpia, { params, body: given.dpiaAdvice, version });
}

async function fillRegister({ ask, params, written: { risk: given } }: Filling): Promise<void> {
  const { risks: known, ownAppetite, version } = await ask(risk.readRiskRegister, { params });
  if (given.appetite && ownAppetite === null) {
    await ask(risk.writeAppetite, { params, body: given.appetite, version });
  }
  for (const body of given.risks) {
    if (!known.some(({ what }) => what === body.what)) await ask(risk.createRisk, { params, body });
  }
}

async function fillRegulator({ ask, params, written: { risk: given } }: Filling): Promise<void> {
  const { rows, ...shown } = await ask(risk.readRegulatorList, { params });
  let { version } = shown;
  for (const { row, text } of rows) {
    const body = given.regulator[row];
    if (text !== '' || !body) continue;
    ({ version } = await ask(risk.answerRegulator, { params: { ...params, row }, body, version }));
  }
}

/** The signature of the risk manager, on the assessment as it stands. */
export async function signRisk({ ask, params, written: { risk: given } }: Filling): Promise<void> {
  if (given.signed === undefined) return;
  const { hash, signing } = await ask(risk.readRiskAssessment, { params });
  if (signing === 'unsigned') await ask(risk.signRiskAssessment, { params, body: { hash, meaning: given.signed } });
}
