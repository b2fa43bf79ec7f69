import { aiActTree, type AiActLeaf, classOfLeaf } from './ai-act-tree.ts';
import type { RiskClass } from './ai-act-contract.ts';
import type { Answers } from './tree-shape.ts';
import { walkTree, type Walk } from './walk-tree.ts';

export type Classified = Walk<AiActLeaf> & { class: RiskClass };

/** The class that the answers lead to; `unassessed` while a question on the way is open, never `minimal`. */
export function classify(answers: Answers): Classified {
  const walk = walkTree(aiActTree, answers);
  return { ...walk, class: walk.leaf === null ? 'unassessed' : classOfLeaf[walk.leaf] };
}

/** Names the way through the tree, so that a confirmation is known to be of these answers. */
export function nameOfPath({ path }: Pick<Classified, 'path'>): string {
  return path.map(({ question, choice }) => `${question}=${choice}`).join(' ');
}
