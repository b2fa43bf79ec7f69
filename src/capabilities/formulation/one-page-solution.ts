import { dataRequirementFields } from './data-requirement-contract.ts';
import { type Block, type Framed, heading, list } from './one-page-frame.ts';
import { onePageSolutionTexts } from './one-page-solution-texts.ts';
import { type MlTask, translationFields } from './translation-contract.ts';

/** What the solution must be in terms of machine learning, once that was written: the answers, then the data. */
export function solutionInTermsBlocks(framed: Framed): Block[] {
  return [...translationBlocks(framed), ...dataBlocks(framed)];
}

function translationBlocks({ content, language }: Framed): Block[] {
  const { translation, objectives } = content;
  if (!translation) return [];
  const t = onePageSolutionTexts[language];
  const metrics = new Map(objectives.flatMap(({ keyResults }) => keyResults).map(({ id, metric }) => [id, metric]));
  const answers = translationFields.flatMap((field) => {
    const given = translation.answers[field]?.trim() ?? '';
    if (given === '') return [];
    return [t.said({ name: t.fields[field], text: field === 'task' ? t.tasks[given as MlTask] : given })];
  });
  const links = translation.links.map(({ keyResultId, contributes, text }) => {
    const said = { metric: metrics.get(keyResultId) ?? '', text };
    return contributes ? t.moves(said) : t.movesNot(said);
  });
  return [heading(3, t.translation), list([...answers, ...links])];
}

function dataBlocks({ content: { dataRequirements = [] }, language }: Framed): Block[] {
  if (dataRequirements.length === 0) return [];
  const t = onePageSolutionTexts[language];
  const rows = dataRequirements.map((row) => {
    const about = dataRequirementFields.flatMap((field) => {
      const given = field === 'what' ? '' : row[field].trim();
      return field === 'what' || given === '' ? [] : [t.said({ name: t.about[field], text: given })];
    });
    return about.length === 0 ? row.what : t.said({ name: row.what, text: about.join('; ') });
  });
  return [heading(3, t.data), list(rows)];
}
