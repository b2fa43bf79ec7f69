import type { Answers, Choice, DecisionTree, Given, Question } from './tree-shape.ts';

export interface Step extends Given {
  question: string;
}

/** As far as the answers lead: to a leaf, or to the question that is open. */
export type Walk<Leaf extends string> =
  | { path: Step[]; leaf: Leaf; openQuestion: null }
  | { path: Step[]; leaf: null; openQuestion: string };

/**
 * Follows the answers from the first question. An answer further on counts only when the ones before it lead there, so
 * nothing can be concluded while a question on the way is open.
 */
export function walkTree<Leaf extends string>(tree: DecisionTree<Leaf>, answers: Answers): Walk<Leaf> {
  const path: Step[] = [];
  let at = tree.questions[0];
  // A tree visits each question once at most.
  for (let left = tree.questions.length; at && left > 0; left -= 1) {
    const given = answers[at.id];
    const choice = given && findCounting(at, given);
    if (!given || !choice) return { path, leaf: null, openQuestion: at.id };
    path.push({ question: at.id, choice: given.choice, reason: given.reason });
    if ('leaf' in choice.to) return { path, leaf: choice.to.leaf, openQuestion: null };
    at = findQuestion(tree, choice.to.question);
  }
  throw new Error('this tree has no end');
}

function findCounting<Leaf extends string>(question: Question<Leaf>, given: Given): Choice<Leaf> | undefined {
  const choice = findChoice(question, given.choice);
  return choice?.needsReason && given.reason.trim() === '' ? undefined : choice;
}

export function findQuestion<Leaf extends string>(tree: DecisionTree<Leaf>, id: string): Question<Leaf> | undefined {
  return tree.questions.find((question) => question.id === id);
}

export function findChoice<Leaf extends string>(question: Question<Leaf>, id: string): Choice<Leaf> | undefined {
  return question.choices.find((choice) => choice.id === id);
}
