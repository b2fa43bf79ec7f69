import { useLocale } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import type { NameOfAnchor } from '../../conversation/web/index.tsx';
import { listObjectives, opportunityFields } from '../contract.ts';
import { opportunityTexts } from './opportunity-texts.ts';

/** What a thing of this problem is called, for the list of what is talked about. */
export function useNameOfAnchor(problemId: string): NameOfAnchor {
  const { questions } = opportunityTexts[useLocale()];
  const { data } = useAnswer(listObjectives, { params: { problemId } });
  const names = new Map(
    (data?.objectives ?? []).flatMap(({ id, text, keyResults }) => [
      [id, text] as const,
      ...keyResults.map((keyResult) => [keyResult.id, keyResult.metric] as const),
    ]),
  );
  return ({ kind, id, field }) => {
    const asked = opportunityFields.find((each) => kind === 'opportunity' && each === field);
    return asked ? questions[asked].name : names.get(id);
  };
}
