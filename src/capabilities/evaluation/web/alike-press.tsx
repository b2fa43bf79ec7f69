import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { evaluateAlike, tellDifferences } from '../contract.ts';
import { nameValue } from './names.ts';
import { rankingTexts } from './ranking-texts.ts';

interface EvaluatedRun {
  name: string;
  evaluationId: string;
}

interface AlikePressProps {
  problemId: string;
  /** evaluation of a run that they would compare with */
  like: string;
  runs: readonly EvaluatedRun[];
  variants: 'apart' | 'together';
  /** what would make them comparable, as it is said until it is known what does */
  repair: string;
  begun: (evaluations: readonly EvaluatedRun[]) => void;
}

/** So many are evaluated by one press; the next press takes the next. */
const atOnce = 20;

/** What would make runs comparable with others, and the one press by which they are, where their predictions are here. */
export function AlikePress({ problemId, like, runs, variants, repair, begun }: AlikePressProps) {
  const t = useTexts(rankingTexts);
  const locale = useLocale();
  const mine = useAnswer(getMineInProblem, { params: { problemId } }).data;
  const asked = runs.slice(0, atOnce);
  const of = asked.map(({ evaluationId }) => evaluationId).join(',');
  const differences = useAnswer(tellDifferences, {
    params: { problemId, evaluationId: like },
    query: { of, variants },
  }).data;
  if (!differences || differences.apart.length === 0) return <span className="quiet">{repair}</span>;
  const { place, value, apart } = differences;
  const pressed = apart.filter(({ repair: { kind } }) => kind === 'evaluate' || kind === 'rescore');
  const mayLog = mine?.permissions.includes('run.log') ?? false;
  const sentences = new Set(apart.map((each) => each.repair.sentence));
  const ids = new Set(pressed.map(({ evaluationId }) => evaluationId));
  const isPriceOnly = pressed.every((each) => each.repair.kind === 'rescore');
  return (
    <>
      {[...sentences].map((sentence) => (
        <span key={sentence} className="quiet">
          {sentence}
        </span>
      ))}
      {mayLog && pressed.length > 0 ? (
        <Press {...{ problemId, like, begun }} runs={asked.filter(({ evaluationId }) => ids.has(evaluationId))}>
          {isPriceOnly ? t.priceAlike({ value: nameValue(value, locale) }) : t.evaluateOn({ protocol: place })}
        </Press>
      ) : null}
    </>
  );
}

type PressProps = Pick<AlikePressProps, 'problemId' | 'like' | 'runs' | 'begun'> & { children: string };

function Press({ problemId, like, runs, begun, children }: PressProps) {
  const t = useTexts(rankingTexts);
  const ask = useAsk(evaluateAlike);
  const [isAsking, setAsking] = useState(false);
  const [first, ...others] = runs;
  const evaluate = async () => {
    setAsking(true);
    const made: EvaluatedRun[] = [];
    for (const { name, evaluationId } of runs)
      await ask.mutateAsync({ params: { problemId, evaluationId }, body: { like } }).then(
        ({ id }) => made.push({ name, evaluationId: id }),
        (error: Error) => say(error.message),
      );
    setAsking(false);
    if (made.length > 0) begun(made);
  };
  return (
    <div className="not-printed">
      <Button variant="default" loading={isAsking} onClick={() => void evaluate()}>
        <span>
          {children}
          {others.length > 0 ? t.theseRuns({ count: runs.length }) : null}
          {first && others.length === 0 ? <span className="unseen">{t.ofRun({ run: first.name })}</span> : null}
        </span>
      </Button>
    </div>
  );
}
