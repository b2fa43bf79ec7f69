import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { rescoreEvaluation, type ValueToUse } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

interface RescoreButtonProps {
  place: { problemId: string; evaluationId: string };
  value: ValueToUse;
  threshold?: number;
  begun: (id: string) => void;
  children: ReactNode;
}

/** The same predictions, by another value model or threshold, in one press. */
export function RescoreButton({ place, value: { source }, threshold, begun, children }: RescoreButtonProps) {
  const t = useTexts(evaluationPageTexts);
  const ask = useAsk(rescoreEvaluation);
  const body = { value: source, ...(threshold === undefined ? {} : { threshold }) };
  const rescore = () =>
    void ask.mutateAsync({ params: place, body }).then(
      ({ id }) => {
        begun(id);
        say(t.begun);
      },
      (error: Error) => say(error.message),
    );
  return (
    <Button variant="default" loading={ask.isPending} onClick={rescore}>
      {children}
    </Button>
  );
}
