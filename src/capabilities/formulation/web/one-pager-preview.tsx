import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { importOnePager, type OnePager, type OpportunityField } from '../contract.ts';
import { opportunityExtraTexts } from './opportunity-extra-texts.ts';
import { opportunityTexts } from './opportunity-texts.ts';

interface OnePagerPreviewProps {
  problemId: string;
  markdown: string;
  read: OnePager;
  /** of the opportunity that the preview was held against */
  version: number;
  back: () => void;
  close: () => void;
}

/** What goes where, what stays, and what found no question: nothing was written yet. */
export function OnePagerPreview({ problemId, markdown, read, version, back, close }: OnePagerPreviewProps) {
  const t = useTexts(opportunityExtraTexts).import;
  const [replace, setReplace] = useState<readonly OpportunityField[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const fill = useAsk(importOnePager);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const submit = () =>
    fill.mutateAsync({ params: { problemId }, body: { markdown, replace: [...replace] }, version }).then(
      () => {
        close();
        say(t.done);
      },
      (error: Error) => setProblem(error.message),
    );
  const toggle = (field: OpportunityField, isOn: boolean) =>
    setReplace(isOn ? [...replace, field] : replace.filter((each) => each !== field));
  return (
    <div className="stack">
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <h4 tabIndex={-1} ref={title}>
        {t.goes}
      </h4>
      {read.parts.length === 0 ? <p className="quiet">{t.nothing}</p> : null}
      <dl className="answers">
        {read.parts.map((part) => (
          <PlacedPart key={part.field} part={part} isReplaced={replace.includes(part.field)} toggle={toggle} />
        ))}
      </dl>
      <Unplaced read={read} />
      <div className="row">
        <Button variant="filled" loading={fill.isPending} onClick={() => void submit()}>
          {t.fill}
        </Button>
        <Button onClick={back}>{t.again}</Button>
        <Button variant="subtle" onClick={close}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}

interface PlacedPartProps {
  part: OnePager['parts'][number];
  isReplaced: boolean;
  toggle: (field: OpportunityField, isOn: boolean) => void;
}

function PlacedPart({ part: { field, headings, text, current }, isReplaced, toggle }: PlacedPartProps) {
  const t = useTexts(opportunityExtraTexts).import;
  const { questions } = useTexts(opportunityTexts);
  const formats = useFormats();
  const isKept = current.trim() !== '' && current !== text;
  return (
    <div className="answers__item answers__item--two">
      <dt>{questions[field].name}</dt>
      <dd className="stack stack--tight">
        <p className={isKept && !isReplaced ? 'prose import__waiting' : 'prose'}>{text}</p>
        {headings.length > 0 ? <p className="small quiet">{t.found({ headings: formats.list(headings) })}</p> : null}
        {isKept ? (
          <div className="import__kept stack stack--tight">
            <p className="small">{t.keeps}</p>
            <p className="prose small">{current}</p>
            <Checkbox
              label={t.replace}
              aria-label={`${t.replace}: ${questions[field].name}`}
              checked={isReplaced}
              onChange={(event) => toggle(field, event.currentTarget.checked)}
            />
          </div>
        ) : null}
      </dd>
    </div>
  );
}

function Unplaced({ read: { unplaced } }: { read: OnePager }) {
  const t = useTexts(opportunityExtraTexts).import;
  if (unplaced.length === 0) return null;
  return (
    <div className="note stack stack--tight">
      <p>{t.unplaced}</p>
      <ul className="plain-list stack stack--tight">
        {unplaced.map(({ heading, text }) => (
          <li key={`${heading} ${text}`}>
            <strong>{heading ?? t.before}</strong>
            <p className="prose small">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
