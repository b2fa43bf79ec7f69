import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Evaluation } from '../contract.ts';
import { InEuros } from './in-euros.tsx';
import { namePlace, nameValue } from './names.ts';
import { QualityShown } from './quality-shown.tsx';
import { RescoreButton } from './rescore-button.tsx';
import { SlicesTable } from './slices-table.tsx';
import { evaluationPageTexts } from './texts.ts';

interface EvaluationShownProps {
  problemId: string;
  evaluation: Evaluation;
  mayLog: boolean;
  begun: (id: string) => void;
  standing: ReactNode;
}

/** One evaluation: the sentence first, then the level, and what stands behind them. */
export function EvaluationShown({ problemId, evaluation, mayLog, begun, standing }: EvaluationShownProps) {
  const { judged, sentence, warnings } = evaluation;
  if (!judged) return null;
  const { quality, euros, slices } = judged;
  return (
    <div className="stack stack--wide">
      <div className="stack stack--tight">
        <p className="lead">{sentence}</p>
        <Under evaluation={evaluation} />
        {standing}
        {warnings.map((warning) => (
          <p key={warning} className="note">
            {warning}
          </p>
        ))}
        <Newer {...{ problemId, evaluation, mayLog, begun }} />
      </div>
      {euros ? <InEuros {...{ evaluation, euros }} cases={judged.counts.cases} /> : null}
      <QualityShown {...{ problemId, evaluation, judged, mayLog, begun }} />
      {slices.length > 0 ? (
        <div className="evaluation__beside">
          {slices.map((slice) => (
            <SlicesTable key={slice.column} {...{ slice }} task={quality.task} currency={euros?.currency ?? null} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Under({ evaluation }: { evaluation: Evaluation }) {
  const t = useTexts(evaluationPageTexts);
  const locale = useLocale();
  const formats = useFormats();
  const { asked, pricedBy, finishedAt, begunAt } = evaluation;
  return (
    <p className="quiet small">
      {t.under({
        data: namePlace(evaluation, locale),
        part: '',
        artifact: asked.artifact,
        value: nameValue(pricedBy, locale),
        at: formats.dateTime(finishedAt ?? begunAt),
      })}
    </p>
  );
}

/** A value model that came later prices the same predictions in one press; where there is none, where it is made. */
function Newer({ problemId, evaluation, mayLog, begun }: Omit<EvaluationShownProps, 'standing'>) {
  const t = useTexts(evaluationPageTexts);
  const locale = useLocale();
  const { id, newerValue, judged } = evaluation;
  if (newerValue) {
    const value = nameValue(newerValue, locale);
    return (
      <div className="row">
        <p>{t.newer({ value })}</p>
        {mayLog ? (
          <RescoreButton place={{ problemId, evaluationId: id }} value={newerValue} begun={begun}>
            {t.priceBy({ value })}
          </RescoreButton>
        ) : null}
      </div>
    );
  }
  if (judged?.euros) return null;
  return (
    <p>
      {t.noEuros.none}{' '}
      <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'value' }}>
        {t.noEuros.toValue}
      </Link>
    </p>
  );
}
