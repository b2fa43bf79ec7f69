import { readProblem } from '../../capabilities/formulation/contract.ts';
import { ModelPage as Page } from '../../capabilities/registry/web/model-page.tsx';
import { useAnswer } from '../kit/query/use-answer.ts';

/** The page of a registered model, with the name of its problem, which the registry does not know. */
export function ModelPage() {
  return <Page ProblemName={ProblemName} />;
}

function ProblemName({ problemId }: { problemId: string }) {
  return useAnswer(readProblem, { params: { problemId } }).data?.title ?? '…';
}
