import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { AiActAssessment } from './ai-act-contract.ts';
import { datesFor } from './ai-act-dates.ts';
import { aiActTree } from './ai-act-tree.ts';
import { type Classified, classify, nameOfPath } from './classify.ts';
import { findParts } from './queries.ts';
import { sayArticle } from './say-article.ts';
import { showTreeQuestions } from './show-questions.ts';
import { riskTexts } from './texts.ts';
import { findChoice, findQuestion, type Step } from './walk-tree.ts';

interface Reader {
  db: AnyDb;
  locale: Locale;
}

export async function showAiAct({ db, locale }: Reader, problemId: string): Promise<AiActAssessment> {
  const { content, version } = (await findParts(db, problemId)).ai_act;
  const { answers, role, confirmation } = content;
  const classified = classify(answers);
  return {
    version,
    class: classified.class,
    leaf: classified.leaf,
    sentence: sayClass(classified, locale),
    path: classified.path.map((step) => ({ ...step, ...wordsOf(step, locale) })),
    openQuestion: classified.openQuestion,
    questions: showTreeQuestions({ tree: aiActTree, answers, walk: classified }, locale),
    role,
    confirmation: confirmation && {
      name: confirmation.name,
      remark: confirmation.remark,
      on: confirmation.on,
      isCurrent: confirmation.answers === nameOfPath(classified),
    },
    dates: (classified.leaf === null ? [] : datesFor(classified.leaf, classified.path)).map((date) => ({
      ...date,
      article: sayArticle(date.article, locale),
      text: date.text[locale],
      source: date.source[locale],
    })),
    asOf: aiActTree.asOf,
    source: aiActTree.source[locale],
  };
}

function wordsOf({ question, choice }: Pick<Step, 'question' | 'choice'>, locale: Locale) {
  const asked = findQuestion(aiActTree, question);
  const chosen = asked && findChoice(asked, choice);
  return {
    questionText: asked?.text[locale] ?? question,
    choiceText: chosen?.text[locale] ?? choice,
    article: sayArticle(chosen?.article ?? asked?.article ?? '', locale),
  };
}

/** The class and why, as a sentence. */
export function sayClass({ leaf, path, openQuestion }: Classified, locale: Locale): string {
  const t = riskTexts[locale].class;
  if (leaf === null)
    return t.unassessed({ question: findQuestion(aiActTree, openQuestion)?.text[locale] ?? openQuestion });
  if (leaf === 'outside' || leaf === 'none_of_all') return t[leaf];
  return t[leaf]({ why: whyOf(path, locale) });
}

/** The answer that decided: for Annex III the use, not the profiling that came after it. */
function whyOf(path: readonly Step[], locale: Locale): string {
  const step =
    path.find(
      ({ question, choice }) => question === 'area' && choice !== 'none' && path.at(-1)?.question !== 'transparency',
    ) ?? path.at(-1);
  if (!step) return '';
  const { choiceText, article } = wordsOf(step, locale);
  return `${choiceText.charAt(0).toLowerCase()}${choiceText.slice(1)}; ${article}`;
}
