import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { opportunityTexts } from './opportunity-texts.ts';

interface QuestionFrameProps {
  field: string;
  /** all questions, in order */
  fields: readonly string[];
  label: string;
  /** goes to another question, or to the overview */
  go: (field: string | undefined) => void;
  children: ReactNode;
}

/** One question at a time: where it stands among the others, what is asked, and the ways on. */
export function QuestionFrame({ field, fields, label, go, children }: QuestionFrameProps) {
  const t = useTexts(opportunityTexts);
  const at = fields.indexOf(field);
  return (
    <div className="question">
      <p className="overline">{t.position({ at: at + 1, of: fields.length })}</p>
      <label className="question__label" htmlFor={`question-${field}`}>
        {label}
      </label>
      {children}
      <div className="row">
        <Button variant="filled" onClick={() => go(fields[at + 1])}>
          {at + 1 < fields.length ? t.forward : t.finish}
        </Button>
        {at > 0 ? <Button onClick={() => go(fields[at - 1])}>{t.back}</Button> : null}
        <Button variant="subtle" onClick={() => go(undefined)}>
          {t.overview}
        </Button>
      </div>
    </div>
  );
}

/** What was answered, or that it was not, with the way to it. */
export function AnsweredRow({
  name,
  text,
  isOptional = false,
  open,
  children,
  talk,
}: {
  name: string;
  text: string;
  isOptional?: boolean;
  /** null: only to be read */
  open: (() => void) | null;
  children?: ReactNode;
  /** beside the way to it */
  talk?: ReactNode;
}) {
  const t = useTexts(opportunityTexts);
  return (
    <div className="answers__item">
      <dt>{name}</dt>
      <dd className={text ? 'prose' : 'quiet'}>
        {text || `${t.notAnswered}${isOptional ? ` (${t.optional})` : ''}`}
        {children}
      </dd>
      <dd className="answers__action">
        {open === null ? null : (
          <button type="button" className="button-plain link" onClick={open}>
            {text ? t.edit : t.answer}
            <span className="unseen"> {name}</span>
          </button>
        )}
        {talk}
      </dd>
    </div>
  );
}

/** A 409 carries the other's texts, one or all of them. */
export function textIn(given: unknown, field: string): string {
  if (typeof given === 'string') return given;
  const text = (given as Record<string, unknown> | null)?.[field];
  return typeof text === 'string' ? text : '';
}
