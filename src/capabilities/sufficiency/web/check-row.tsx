import { useState } from 'react';
import type { Locale } from '../../../platform/text/locale.ts';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import type { Picture } from '../../../web/kit/charts/picture.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { usePeopleNames } from '../../identity/web/index.tsx';
import type { JudgedCheck, Pictured, RequirementSufficiency } from '../contract.ts';
import { AnswerForm } from './answer-form.tsx';
import { prepareCurve } from './prepare-curve.ts';
import { prepareSegments } from './prepare-segments.ts';
import { prepareSuspects } from './prepare-suspects.ts';
import { sufficiencyPageTexts } from './texts.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface CheckRowProps {
  place: { problemId: string; dataRequirementId: string };
  judged: NonNullable<RequirementSufficiency['judged']>;
  check: JudgedCheck;
  mayAnswer: boolean;
}

/** So many figures are shown before somebody asks for the rest. */
const fewFigures = 5;

/** One check: what it says, its figures beside their limits, and its question, answered in place. */
export function CheckRow({ place, judged, check, mayAnswer }: CheckRowProps) {
  const t = useTexts(sufficiencyPageTexts);
  const locale = useLocale();
  const [isWhole, setWhole] = useState(false);
  const { figures, missing, answer, question, definition, verdict } = check;
  const shown = isWhole ? figures : figures.slice(0, fewFigures);
  const picture = pictureOf(check, { id: place.dataRequirementId, pictured: judged.pictured, locale });
  return (
    <li className="sufficiency__check stack stack--tight">
      <h4 className="sufficiency__name">
        <VerdictMark verdict={verdict} />
        <span>
          {t.checks[check.check]}: {t.marks[verdict]}
        </span>
      </h4>
      <p className="small quiet">{definition}</p>
      {picture ? <Chart picture={picture} /> : null}
      {shown.length > 0 ? <Figures {...{ check, figures: shown }} /> : null}
      {shown.length < figures.length ? (
        <div>
          <button type="button" className="button-plain link small" onClick={() => setWhole(true)}>
            {t.more({ count: figures.length })}
            <span className="unseen"> {t.checks[check.check]}</span>
          </button>
        </div>
      ) : null}
      {missing.map(({ code, subject, sentence }) => (
        <p key={`${code} ${subject ?? ''}`} className="small">
          {subject === null ? sentence : `${subject}: ${sentence}`}
        </p>
      ))}
      {question === null ? null : <Question {...{ place, check, question, answer, mayAnswer }} runId={judged.run.id} />}
    </li>
  );
}

/** Which check shows what was measured as a picture. */
function pictureOf(
  check: JudgedCheck,
  { id, pictured, locale }: { id: string; pictured: Pictured; locale: Locale },
): Picture | null {
  if (check.check === 'leakage') return prepareSuspects(id, check, locale);
  if (check.check === 'coverage') return prepareSegments(id, pictured, locale);
  return check.check === 'learning_curve' ? prepareCurve(id, pictured, locale) : null;
}

interface QuestionProps extends Pick<CheckRowProps, 'place' | 'check' | 'mayAnswer'> {
  runId: string;
  question: string;
  answer: JudgedCheck['answer'];
}

/** Answered in place; what was answered can be answered otherwise. */
function Question({ place, check, runId, question, answer, mayAnswer }: QuestionProps) {
  const t = useTexts(sufficiencyPageTexts);
  const names = usePeopleNames();
  const [isChanging, setChanging] = useState(false);
  if (answer && !isChanging)
    return (
      <div className="stack stack--tight">
        <p>
          <strong>{question}</strong>
        </p>
        <p>
          {t.said({ answer: t.answers[answer.answer], reason: answer.reason })}{' '}
          <span className="quiet small">{names.get(answer.answeredBy) ?? ''}</span>
        </p>
        {mayAnswer ? (
          <div>
            <button type="button" className="button-plain link small" onClick={() => setChanging(true)}>
              {t.otherwise}
              <span className="unseen"> {t.checks[check.check]}</span>
            </button>
          </div>
        ) : null}
      </div>
    );
  if (!mayAnswer)
    return (
      <p>
        <strong>{question}</strong> <span className="quiet">{t.waits}</span>
      </p>
    );
  return <AnswerForm {...{ place, runId, check, question }} onAnswered={() => setChanging(false)} />;
}

function Figures({ check, figures }: { check: JudgedCheck; figures: JudgedCheck['figures'] }) {
  const t = useTexts(sufficiencyPageTexts);
  const sayFigure = useSayFigure();
  return (
    <Scrollable label={t.tableOf({ check: t.checks[check.check] })}>
      <table className="table sufficiency__figures">
        <thead>
          <tr>
            <th scope="col">{t.table.figure}</th>
            <th scope="col" className="number">
              {t.table.value}
            </th>
            <th scope="col">{t.table.limits}</th>
            <th scope="col">{t.table.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const limit = figure.warnAt ?? figure.failAt;
            const { key, subject, label, value, unit, direction, verdict } = figure;
            const said = limit === null ? '' : sayFigure(limit, unit);
            return (
              <tr key={`${key} ${subject ?? ''}`}>
                <th scope="row">{subject === null ? label : `${subject}: ${label}`}</th>
                <td className="number">{sayFigure(value, unit)}</td>
                <td>{limit === null ? '' : t[direction === 'at_least' ? 'atLeast' : 'atMost']({ limit: said })}</td>
                <td>{t.marks[verdict]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrollable>
  );
}

function useSayFigure() {
  const t = useTexts(sufficiencyPageTexts);
  const formats = useFormats();
  return (value: number, unit: JudgedCheck['figures'][number]['unit']): string => {
    switch (unit) {
      case 'share':
      case 'chance':
        return formats.percent(value);
      case 'days':
        return t.days({ value: formats.number(value, value < 10 ? 1 : 0) });
      case 'auc':
      case 'index':
        return formats.number(value, 3);
      case 'rows':
        return formats.number(value, 0);
      case 'eur_per_case':
      case 'none':
        return formats.number(value, 2);
    }
  };
}
