import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { AutosavedText } from '../../../web/kit/form/autosaved-text.tsx';
import { useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useSave } from '../../../web/kit/query/use-answer.ts';
import { Talk } from '../../conversation/web/index.tsx';
import {
  type Opportunity,
  type OpportunityField,
  opportunityFields,
  readOpportunity,
  writeOpportunity,
} from '../contract.ts';
import { opportunityTexts } from './opportunity-texts.ts';
import type { StationProps } from './station-props.ts';

interface QuestionProps extends Pick<StationProps, 'problemId' | 'setField'> {
  field: OpportunityField;
  opportunity: Opportunity;
}

/** One question, saved while it is answered. */
export function OpportunityQuestion({ problemId, field, setField, opportunity }: QuestionProps) {
  const t = useTexts(opportunityTexts);
  const write = useSave(writeOpportunity, readOpportunity);
  const text = useAutosave({
    saved: opportunity[field],
    version: opportunity.version,
    save: async (value, version) =>
      (await write.mutateAsync({ params: { problemId }, body: { [field]: value }, version })).version,
    theirs: (given) => textIn(given, field),
  });
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const at = opportunityFields.indexOf(field);
  const question = t.questions[field];
  const hint = opportunity.hints.find((given) => given.field === field);
  return (
    <div className="question">
      <p className="overline">{t.position({ at: at + 1, of: opportunityFields.length })}</p>
      <label className="question__label" htmlFor={`question-${field}`}>
        {question.label}
      </label>
      <AutosavedText text={text} id={`question-${field}`} hint={question.hint} ref={input} />
      <div aria-live="polite">{hint ? <p className="note">{hint.message}</p> : null}</div>
      <Talk problemId={problemId} anchor={{ kind: 'opportunity', id: problemId, field }} label={question.name} />
      <div className="row">
        <Button variant="filled" onClick={() => setField(opportunityFields[at + 1])}>
          {at + 1 < opportunityFields.length ? t.forward : t.finish}
        </Button>
        {at > 0 ? <Button onClick={() => setField(opportunityFields[at - 1])}>{t.back}</Button> : null}
        <Button variant="subtle" onClick={() => setField(undefined)}>
          {t.overview}
        </Button>
      </div>
    </div>
  );
}

/** A 409 carries the other's texts, one or all of them. */
function textIn(given: unknown, field: OpportunityField): string {
  if (typeof given === 'string') return given;
  const text = (given as Record<string, unknown> | null)?.[field];
  return typeof text === 'string' ? text : '';
}
