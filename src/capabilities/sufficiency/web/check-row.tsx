import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { JudgedCheck } from '../contract.ts';
import { AnswerForm } from './answer-form.tsx';
import { sufficiencyPageTexts } from './texts.ts';

interface CheckRowProps {
  place: { problemId: string; dataRequirementId: string };
  runId: string;
  check: JudgedCheck;
  mayAnswer: boolean;
}

/** So many figures are shown before somebody asks for the rest. */
const fewFigures = 5;

/** One check: what it says, its figures beside their limits, and its question, answered in place. */
export function CheckRow({ place, runId, check, mayAnswer }: CheckRowProps) {
  const t = useTexts(sufficiencyPageTexts);
  const [isWhole, setWhole] = useState(false);
  const { figures, missing, answer, question, definition, verdict } = check;
  const shown = isWhole ? figures : figures.slice(0, fewFigures);
  return (
    <li className="sufficiency__check stack stack--tight">
      <h3>
        {t.checks[check.check]}: {t.marks[verdict]}
      </h3>
      <p className="small quiet">{definition}</p>
      {shown.length > 0 ? <Figures {...{ check, figures: shown }} /> : null}
      {shown.length < figures.length ? (
        <div>
          <button type="button" className="button-plain link small" onClick={() => setWhole(true)}>
            {t.more({ count: figures.length })}
          </button>
        </div>
      ) : null}
      {missing.map(({ code, subject, sentence }) => (
        <p key={`${code} ${subject ?? ''}`} className="small">
          {subject === null ? sentence : `${subject}: ${sentence}`}
        </p>
      ))}
      {question !== null && !mayAnswer ? <p>{question}</p> : null}
      {answer ? <p>{t.said({ answer: t.answers[answer.answer], reason: answer.reason })}</p> : null}
      {question !== null && mayAnswer ? <AnswerForm {...{ place, runId, check }} /> : null}
    </li>
  );
}

function Figures({ check, figures }: { check: JudgedCheck; figures: JudgedCheck['figures'] }) {
  const t = useTexts(sufficiencyPageTexts);
  const sayFigure = useSayFigure();
  return (
    <Scrollable label={t.tableOf({ check: t.checks[check.check] })}>
      <table className="sufficiency__figures small">
        <thead>
          <tr>
            <th scope="col">{t.table.figure}</th>
            <th scope="col">{t.table.value}</th>
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
                <td>{sayFigure(value, unit)}</td>
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
        return t.days({ value: formats.number(value, 0) });
      case 'hours':
        return t.hours({ value: formats.number(value, 0) });
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
