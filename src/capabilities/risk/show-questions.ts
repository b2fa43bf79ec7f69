import type { Locale } from '../../platform/text/locale.ts';
import { dpiaQuestions } from './dpia-questions.ts';
import { sayArticle } from './say-article.ts';
import type { ShownQuestion } from './shared-contract.ts';
import type { Answers, DecisionTree } from './tree-shape.ts';
import type { Walk } from './walk-tree.ts';

/** The questions of a tree in the reader's language, with what was answered. */
export function showTreeQuestions<Leaf extends string>(
  { tree, answers, walk }: { tree: DecisionTree<Leaf>; answers: Answers; walk: Walk<Leaf> },
  locale: Locale,
): ShownQuestion[] {
  const onTheWay = new Set([...walk.path.map(({ question }) => question), walk.openQuestion]);
  return tree.questions.map(({ id, article, text, hint, choices }) => ({
    id,
    article: sayArticle(article, locale),
    text: text[locale],
    hint: hint[locale],
    isAsked: onTheWay.has(id),
    given: answers[id] ?? null,
    choices: choices.map((choice) => ({
      id: choice.id,
      text: choice.text[locale],
      article: choice.article === undefined ? null : sayArticle(choice.article, locale),
      group: choice.group?.[locale] ?? null,
      needsReason: choice.needsReason ?? false,
    })),
  }));
}

const words = { en: { yes: 'Yes', no: 'No' }, nl: { yes: 'Ja', no: 'Nee' } };

export function showDpiaQuestions(answers: Answers, locale: Locale): ShownQuestion[] {
  const isOver = answers['personal_data']?.choice === 'no';
  return dpiaQuestions.map(({ id, kind, article, text, hint }) => ({
    id,
    article: sayArticle(article, locale),
    text: text[locale],
    hint: hint[locale],
    isAsked: kind === 'scope' || !isOver,
    given: answers[id] ?? null,
    choices: (['yes', 'no'] as const).map((choice) => ({
      id: choice,
      text: words[locale][choice],
      article: null,
      group: null,
      needsReason: false,
    })),
  }));
}
