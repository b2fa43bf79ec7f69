import { Button } from '@mantine/core';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type rankEvaluations, rescoreEvaluations } from '../contract.ts';
import { nameValue } from './names.ts';
import { rankingTexts } from './ranking-texts.ts';

interface BehindNoticeProps {
  problemId: string;
  behind: NonNullable<Answer<typeof rankEvaluations>['behind']>;
  mayLog: boolean;
}

/** The value model that is in force has not priced everything: one press does. */
export function BehindNotice({ problemId, behind: { value, evaluations }, mayLog }: BehindNoticeProps) {
  const t = useTexts(rankingTexts);
  const ask = useAsk(rescoreEvaluations);
  const name = nameValue(value, useLocale());
  const price = () =>
    void ask.mutateAsync({ params: { problemId } }).then(
      ({ begun }) => say(t.beginning({ count: begun.length })),
      (error: Error) => say(error.message),
    );
  return (
    <div className="row">
      <p>{t.behind({ count: evaluations, value: name })}</p>
      {mayLog ? (
        <Button variant="default" loading={ask.isPending} onClick={price}>
          {t.priceAll({ value: name })}
        </Button>
      ) : null}
    </div>
  );
}
