import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { evaluateAlike, type EvaluationSummary, type NotComparable, type ProtocolGroup } from '../contract.ts';
import { EvaluationProgress } from './evaluation-progress.tsx';
import { nameValue } from './names.ts';
import { rankingTexts } from './ranking-texts.ts';
import { RunLink } from './run-link.tsx';
import { useFollowed } from './use-followed.ts';

interface ApartItemProps {
  problemId: string;
  each: NotComparable;
  evaluation: EvaluationSummary | undefined;
  /** with which it does not compare */
  group: ProtocolGroup;
  mayLog: boolean;
  /** ranks variants of the model together */
  together: () => void;
}

/** Why one does not compare, and the one press by which it would. */
export function ApartItem({ problemId, each, evaluation, group, mayLog, together }: ApartItemProps) {
  const t = useTexts(rankingTexts);
  const [begunId, setBegunId] = useState<string | null>(null);
  const { differences, repair, evaluationId } = each;
  if (!evaluation) return null;
  return (
    <li className="listing evaluation__apart">
      <p>
        <RunLink evaluation={evaluation} />: {differences.map(({ reason }) => reason).join(' ')}{' '}
        <span className="quiet">{repair.sentence}</span>
      </p>
      {repair.kind === 'log' ? (
        <Link className="small" to="/runs/$runId" params={{ runId: evaluation.runId }} hash="evaluations">
          {t.evaluateOther}
          <span className="unseen">{t.ofRun({ run: evaluation.runName })}</span>
        </Link>
      ) : null}
      {repair.kind === 'together' ? (
        <Button variant="default" onClick={together}>
          {t.together}
        </Button>
      ) : null}
      {mayLog && (repair.kind === 'evaluate' || repair.kind === 'rescore') ? (
        <AlikeButton
          place={{ problemId, evaluationId }}
          {...{ group, evaluation }}
          isPriceOnly={repair.kind === 'rescore'}
          begun={setBegunId}
        />
      ) : null}
      {begunId === null ? null : <Followed place={{ problemId, evaluationId: begunId }} />}
    </li>
  );
}

interface AlikeButtonProps {
  place: { problemId: string; evaluationId: string };
  evaluation: EvaluationSummary;
  group: ProtocolGroup;
  isPriceOnly: boolean;
  begun: (id: string) => void;
}

function AlikeButton({ place, evaluation, group, isPriceOnly, begun }: AlikeButtonProps) {
  const t = useTexts(rankingTexts);
  const locale = useLocale();
  const ask = useAsk(evaluateAlike);
  const value = nameValue(group.evaluations[0]?.pricedBy ?? null, locale);
  const evaluate = () =>
    void ask.mutateAsync({ params: place, body: { like: group.bestId } }).then(
      ({ id }) => begun(id),
      (error: Error) => say(error.message),
    );
  return (
    <Button variant="default" loading={ask.isPending} onClick={evaluate}>
      <span>
        {isPriceOnly ? t.priceAlike({ value }) : t.evaluateOn({ protocol: group.place })}
        <span className="unseen">{t.ofRun({ run: evaluation.runName })}</span>
      </span>
    </Button>
  );
}

/** Once it is done it stands in the ranking, and this is gone; where it fails, the reason stays here. */
function Followed({ place }: { place: { problemId: string; evaluationId: string } }) {
  const { data } = useFollowed(place);
  return data ? <EvaluationProgress {...data} /> : null;
}
