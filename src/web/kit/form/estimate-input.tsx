import './form.css';
import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useLocale, useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import {
  type EstimateDraft,
  type EstimateKind,
  type EstimateMistake,
  type EstimatePart,
  estimateParts,
  readEstimate,
} from './estimate-text.ts';
import { useTyped } from './use-typed.ts';

interface EstimateInputProps {
  label: string;
  hint?: string | undefined;
  kind: EstimateKind;
  /** shown beside the figure: €, %, cases a year */
  unit?: string | undefined;
  value: EstimateDraft;
  change: (value: EstimateDraft | undefined) => void;
  /** what the server says is wrong with it */
  problem?: EstimateProblem | undefined;
  isReadOnly?: boolean;
}

export interface EstimateProblem {
  message: string;
  /** where it is mended; the likely value unless told */
  part?: EstimatePart | undefined;
}

/** One figure as an expert gives it: likely, the low and high around it, and where it comes from. */
export function EstimateInput(props: EstimateInputProps) {
  const { label, hint, kind, unit, value, change, problem, isReadOnly = false } = props;
  const t = useTexts(kitTexts).estimate;
  const locale = useLocale();
  const id = useId();
  const { typed, setTyped } = useTyped(value, kind);
  const mistake = readEstimate(typed, kind, locale).mistake;
  const source = typeof value.source === 'string' ? value.source : '';
  const type = (part: EstimatePart, text: string) => {
    const next = { ...typed, [part]: text };
    setTyped(next);
    const read = readEstimate(next, kind, locale);
    if (read.mistake?.kind === 'notANumber') return;
    change(emptied({ ...read.value, ...(source === '' ? {} : { source }) }));
  };
  const complaint = mistake ? { message: sentenceOf(mistake, t), part: mistake.part } : problem;
  const wrongPart = complaint && (complaint.part ?? 'likely');
  return (
    <fieldset className="estimate" aria-describedby={hint ? `${id}-hint` : undefined} disabled={isReadOnly}>
      <legend className="estimate__legend">
        {label}
        {unit ? <span className="quiet"> ({unit})</span> : null}
      </legend>
      <p className="small quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="estimate__cells">
        {estimateParts.map((part) => (
          <TextInput
            key={part}
            id={`${id}-${part}`}
            className={`estimate__${part}`}
            label={t[part]}
            inputMode="decimal"
            autoComplete="off"
            value={typed[part]}
            error={part === wrongPart ? complaint?.message : undefined}
            errorProps={{ className: 'unseen' }}
            onChange={(event) => type(part, event.currentTarget.value)}
          />
        ))}
      </div>
      {/* A cell is too narrow for a sentence: there it is heard, here it is seen. */}
      <p className="estimate__error" aria-hidden="true">
        {complaint?.message}
      </p>
      <SourceInput
        label={label}
        source={source}
        change={(text) => change(emptied({ ...value, source: text === '' ? undefined : text }))}
      />
    </fieldset>
  );
}

/** Stays open once it was: a source that is emptied to be written anew must not take its own field away. */
export function SourceInput({
  label,
  source,
  change,
}: {
  label: string;
  source: string;
  change: (text: string) => void;
}) {
  const t = useTexts(kitTexts).estimate;
  const [isOpen, setOpen] = useState(source !== '');
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) input.current?.focus();
  }, [isAsked]);
  if (!isOpen && source === '') {
    const open = () => {
      setOpen(true);
      setAsked(true);
    };
    return (
      <button type="button" className="button-plain link small" onClick={open}>
        {t.addSource}
        <span className="unseen"> {label}</span>
      </button>
    );
  }
  return (
    <TextInput
      ref={input}
      size="xs"
      maxLength={2000}
      maw={456}
      aria-label={`${t.source}: ${label}`}
      placeholder={t.sourceHint}
      leftSection={<span className="small quiet">{t.source}</span>}
      leftSectionWidth={64}
      value={source}
      onFocus={() => setOpen(true)}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

type EstimateTexts = (typeof kitTexts)['en']['estimate'];

function sentenceOf(mistake: EstimateMistake, t: EstimateTexts): string {
  return mistake.kind === 'notANumber' ? t.notANumber({ typed: mistake.typed }) : t[mistake.kind];
}

/** An estimate with nothing in it is no estimate. */
function emptied(value: EstimateDraft): EstimateDraft | undefined {
  const kept = Object.entries(value).filter(([, part]) => part !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
