import type { AnyDb } from '../../platform/db/database.ts';
import { alternatives } from './alternatives.ts';
import { dataRequirements } from './data-requirements.ts';
import { listFits } from './fit-questions.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { findAlternatives, findOpportunity } from './text-queries.ts';
import { findTranslation, listLinks } from './translation-queries.ts';
import { findValueModel } from './value-queries.ts';
import type { WrittenContent } from './written-contract.ts';

/** What a problem says by itself, without who said it. One query after another: within a transaction there is one connection. */
export async function gatherWritten(db: AnyDb, problemId: string): Promise<WrittenContent> {
  const value = await findValueModel(db, problemId);
  return {
    opportunity: (await findOpportunity(db, problemId)).texts,
    objectives: await gatherObjectives(db, problemId),
    translation: (await findTranslation(db, problemId)).texts,
    dataRequirements: (await dataRequirements.list(db, problemId)).map(
      ({ id: _id, position: _position, version: _version, ...fields }) => fields,
    ),
    alternatives: (await findAlternatives(db, problemId)).text,
    options: (await alternatives.list(db, problemId)).map(
      ({ id: _id, position: _position, version: _version, ...fields }) => fields,
    ),
    fit: (await listFits(db, problemId)).map(({ question, answer, reason }) => ({ question, answer, reason })),
    valueModel: value.model && { ...value.model },
    atStake: value.atStake,
  };
}

async function gatherObjectives(db: AnyDb, problemId: string): Promise<WrittenContent['objectives']> {
  const links = new Map((await listLinks(db, problemId)).map((link) => [link.keyResultId, link]));
  const objectives = await listObjectivesOf(db, problemId);
  return objectives.map(({ text, keyResults }) => ({
    text,
    keyResults: keyResults.map(({ id, metric, unit, baseline, target, by, source }) => {
      const { contributes = true, text: moves = '' } = links.get(id) ?? {};
      return { metric, unit, baseline, target, by, source, contributes, moves };
    }),
  }));
}
