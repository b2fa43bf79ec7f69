import { Button, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { Formats } from '../../../web/kit/language/formats.ts';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { valueModelSchema } from '../contract.ts';
import { describeValueModel } from '../index.ts';
import { CasesTable } from './cases-table.tsx';
import { useDraft } from './draft-context.ts';
import { type CaseAxis, countAt, withCount } from './case-axes.ts';
import { type CaseRow, parseCases } from './parse-cases.ts';
import { partsTexts } from './parts-texts.ts';
import { NumberField, TextField } from './plain-fields.tsx';
import { useCaseAxes } from './use-case-axes.ts';

/** Today's practice, counted: a table of truth by decision, to type or to paste. */
export function CasesField() {
  const t = useTexts(partsTexts).cases;
  const { problemAt } = useDraft();
  return (
    <>
      <p className="small quiet">{t.hint}</p>
      <CountTable />
      <p className="estimate__error">{problemAt('today.rows')}</p>
      <PasteCases />
      <NumberField path="today.months" label={t.months} as="number" />
      <TextField path="today.source" label={t.source} />
      <WhatFollows />
    </>
  );
}

function CountTable() {
  const t = useTexts(partsTexts).cases;
  const { truths, decisions } = useCaseAxes();
  return (
    <Scrollable label={t.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.truth}</th>
            {decisions.map(({ word, label }) => (
              <th key={word} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {truths.map((truth) => (
            <tr key={truth.word}>
              <th scope="row">{truth.label}</th>
              {decisions.map((decision) => (
                <td key={decision.word} className="number">
                  <Count {...{ truth, decision }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** `seen` is a shorter name beside it, where no table has it as the head of a column. */
export function Count({ truth, decision, seen }: { truth: CaseAxis; decision: CaseAxis; seen?: string }) {
  const t = useTexts(partsTexts).cases;
  const locale = useLocale();
  const { listAt, put, isReadOnly } = useDraft();
  const rows = listAt('today.rows') as readonly CaseRow[];
  const place = { truth: truth.word, decision: decision.word };
  const count = countAt(rows, place);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={t.count({ truth: truth.label, decision: decision.label })}
      label={seen}
      inputMode="numeric"
      className="count"
      w={110}
      ml={seen === undefined ? 'auto' : 0}
      disabled={isReadOnly}
      value={typed ?? (count === undefined ? '' : String(count))}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const decimal = readDecimal(text, locale);
        put('today.rows', withCount(rows, place, decimal === null ? undefined : Number(decimal)));
      }}
    />
  );
}

function PasteCases() {
  const t = useTexts(partsTexts).cases;
  const formats = useFormats();
  const { put, isReadOnly } = useDraft();
  const axes = useCaseAxes();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<{ words: string; isWrong: boolean } | null>(null);
  if (isReadOnly) return null;
  const names = (list: readonly CaseAxis[]) => list.map(({ word, label, also }) => [word, label, ...also]);
  const take = (text: string) => {
    if (text.trim() === '') return setSaid(null);
    const parsed = parseCases(text, { truths: names(axes.truths), decisions: names(axes.decisions) });
    if ('notUnderstood' in parsed)
      return setSaid({ words: t.notUnderstood({ what: parsed.notUnderstood }), isWrong: true });
    put('today.rows', parsed.rows);
    const cases = parsed.rows.reduce((sum, { count }) => sum + count, 0);
    return setSaid({ words: t.pasted({ cases: formats.number(cases) }), isWrong: false });
  };
  const hint = t.pasteHint({
    truths: formats.list(axes.truths.map(({ label }) => label)),
    decisions: formats.list(axes.decisions.map(({ label }) => label)),
  });
  return (
    <div className="stack stack--tight">
      <div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t.paste}
        </Button>
      </div>
      {isOpen ? (
        <Textarea
          id={id}
          label={t.paste}
          description={hint}
          rows={4}
          maw={560}
          spellCheck={false}
          error={said?.isWrong ? said.words : undefined}
          onChange={(event) => take(event.currentTarget.value)}
        />
      ) : null}
      <p className="small" aria-live="polite">
        {said && !said.isWrong ? said.words : ''}
      </p>
    </div>
  );
}

/** The rates of the count, at once, and what of them can be taken over. */
function WhatFollows() {
  const t = useTexts(partsTexts).cases;
  const formats = useFormats();
  const { draft, put, isReadOnly } = useDraft();
  const parsed = valueModelSchema.safeParse(draft);
  const cases = parsed.success ? describeValueModel(parsed.data).cases : undefined;
  if (!cases) return null;
  const volume = cases.volumePerYear;
  const baseRate = cases.measures.find(({ name }) => name === 'baseRate');
  const source = { source: t.title };
  return (
    <div className="stack stack--tight">
      <h5 className="overline">{t.follows}</h5>
      <CasesTable cases={cases} />
      {isReadOnly ? null : (
        <div className="row">
          {volume === undefined ? null : (
            <Button size="compact-sm" onClick={() => put('volumePerYear', { likely: Math.round(volume), ...source })}>
              {t.takeVolume({ volume: formats.number(volume, 0) })}
            </Button>
          )}
          {baseRate ? (
            <TakeBaseRate {...{ baseRate, formats }} take={(value) => put('baseRate', { ...value, ...source })} />
          ) : null}
        </div>
      )}
    </div>
  );
}

interface Taking {
  baseRate: { low: number; value: number; high: number };
  formats: Formats;
  take: (value: { low: number; likely: number; high: number }) => void;
}

function TakeBaseRate({ baseRate: { low, value, high }, formats, take }: Taking) {
  const t = useTexts(partsTexts).cases;
  const round = (share: number) => Number(share.toFixed(6));
  return (
    <Button size="compact-sm" onClick={() => take({ low: round(low), likely: round(value), high: round(high) })}>
      {t.takeBaseRate({ rate: formats.percent(value, 2) })}
    </Button>
  );
}
