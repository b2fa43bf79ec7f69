/** Parts of evaluation that stand on pages of others. */
export { AlikeFollowed } from './alike-followed.tsx';
export { AlikePress } from './alike-press.tsx';
export { RankingPart } from './ranking-part.tsx';
export { RunEvaluations } from './run-evaluations.tsx';
