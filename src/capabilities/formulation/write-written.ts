import type { Tx } from '../../platform/context/change.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { hashSnapshot } from '../decisions/index.ts';
import { alternatives } from './alternatives.ts';
import { saveAnswers } from './answers.ts';
import { dataRequirements } from './data-requirements.ts';
import { formulationDb } from './tables.ts';
import { opportunityPage } from './text-queries.ts';
import { translationPage } from './translation-queries.ts';
import type { WrittenContent } from './written-contract.ts';

interface Writing {
  problemId: string;
  content: WrittenContent;
}

/** Writes what a new problem begins with, each part with the event by which those who follow that part know of it. */
export async function writeWritten(tx: Tx, given: Writing): Promise<void> {
  await writeAnswers(tx, given);
  for (const [position, objective] of given.content.objectives.entries())
    await writeObjective(tx, { ...given, objective, position });
  await dataRequirements.insertAll(tx, given.problemId, given.content.dataRequirements);
  await alternatives.insertAll(tx, given.problemId, given.content.options);
  await writeReasoning(tx, given);
  await writeModel(tx, given);
}

async function writeAnswers(tx: Tx, { problemId, content }: Writing): Promise<void> {
  const opportunity = await saveAnswers(tx, opportunityPage, { problemId, texts: content.opportunity, version: 0 });
  if (opportunity.fields.length > 0)
    tx.record({
      type: 'opportunity.written',
      subject: { kind: 'opportunity', id: problemId },
      problemId,
      data: { ...opportunity },
    });
  const translation = await saveAnswers(tx, translationPage, { problemId, texts: content.translation, version: 0 });
  if (translation.fields.length > 0)
    tx.record({
      type: 'translation.written',
      subject: { kind: 'translation', id: problemId },
      problemId,
      data: { ...translation },
    });
}

async function writeObjective(
  tx: Tx,
  { problemId, objective, position }: Writing & { objective: WrittenContent['objectives'][number]; position: number },
): Promise<void> {
  const id = newId(tx.now);
  await formulationDb(tx.db)
    .insertInto('objective')
    .values({ id, problem_id: problemId, text: objective.text, position, version: 1, removed_at: null })
    .execute();
  tx.record({ type: 'objective.created', subject: { kind: 'objective', id }, problemId });
  for (const [at, keyResult] of objective.keyResults.entries())
    await writeKeyResult(tx, { problemId, objectiveId: id, keyResult, position: at });
}

interface KeyResultWriting {
  problemId: string;
  objectiveId: string;
  keyResult: WrittenContent['objectives'][number]['keyResults'][number];
  position: number;
}

async function writeKeyResult(tx: Tx, given: KeyResultWriting): Promise<void> {
  const { problemId, objectiveId, position } = given;
  const { contributes, moves, by: by_date, ...fields } = given.keyResult;
  const id = newId(tx.now);
  const subject = { kind: 'key_result', id };
  await formulationDb(tx.db)
    .insertInto('key_result')
    .values({
      id,
      problem_id: problemId,
      objective_id: objectiveId,
      position,
      ...fields,
      by_date,
      version: 1,
      removed_at: null,
    })
    .execute();
  tx.record({ type: 'key_result.created', subject, problemId, data: { objectiveId } });
  if (moves.trim() === '') return;
  const row = { contributes: contributes ? 1 : 0, text: moves, version: 1, changed_at: tx.now };
  await formulationDb(tx.db)
    .insertInto('key_result_link')
    .values({ key_result_id: id, problem_id: problemId, ...row })
    .execute();
  tx.record({ type: 'translation.key_result_linked', subject, problemId, data: { contributes, version: 1 } });
}

async function writeReasoning(tx: Tx, { problemId, content }: Writing): Promise<void> {
  if (content.alternatives.trim() !== '') {
    const row = { problem_id: problemId, text: content.alternatives, version: 1, changed_at: tx.now };
    await formulationDb(tx.db).insertInto('alternatives').values(row).execute();
    const subject = { kind: 'alternatives', id: problemId };
    tx.record({ type: 'alternatives.written', subject, problemId, data: { version: 1 } });
  }
  for (const { question, answer, reason } of content.fit.filter((fit) => fit.answer !== null || fit.reason !== '')) {
    const row = { problem_id: problemId, question, answer, reason, version: 1, changed_at: tx.now };
    await formulationDb(tx.db).insertInto('fit_answer').values(row).execute();
    const subject = { kind: 'fit_question', id: question };
    tx.record({ type: 'fit.answered', subject, problemId, data: { answer, version: 1 } });
  }
}

/** Equal models are worth the same, so what is at stake comes along instead of being worked out anew. */
async function writeModel(tx: Tx, { problemId, content: { valueModel, atStake } }: Writing): Promise<void> {
  if (valueModel === null) return;
  const { hash } = hashSnapshot(valueModel);
  const row = { model: toJson(valueModel), hash, at_stake: atStake && toJson(atStake), version: 1, changed_at: tx.now };
  await formulationDb(tx.db)
    .insertInto('value_model')
    .values({ problem_id: problemId, ...row })
    .execute();
  const data = { version: 1, hash, isComplete: atStake !== null };
  tx.record({ type: 'value_model.written', subject: { kind: 'value_model', id: problemId }, problemId, data });
}
