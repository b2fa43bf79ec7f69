/** Parts of evaluation that stand on pages of others. */
export { RankingPart } from './ranking-part.tsx';
export { RunEvaluations } from './run-evaluations.tsx';
