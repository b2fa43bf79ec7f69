import { NativeSelect } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import type { Outcome, SegmentSummary, TargetProfile } from '../../statistics/contract.ts';
import { readProfile, readSegmentSummary, type Version } from '../contract.ts';
import { outcomeTexts } from './outcome-texts.ts';
import { relatedOf } from './prepare-outcome.ts';

interface SegmentsBesideProps {
  problemId: string;
  version: Version;
  /** of the segments that are declared */
  names: readonly string[];
}

/** Each part of each segment beside all rows: how many, their outcome, and of one column gaps and mean. */
export function SegmentsBeside({ problemId, version, names }: SegmentsBesideProps) {
  const t = useTexts(outcomeTexts).beside;
  const params = { problemId, versionId: version.id };
  const { data } = useAnswer(readProfile, { params, query: { counts: 'none' } });
  const target = data?.profile?.target ?? null;
  const [chosen, choose] = useState('');
  const column = chosen || firstOf(version, target);
  const summary = useAnswer(readSegmentSummary, { params, query: { column } }).data?.summary ?? null;
  return (
    <section className="stack stack--tight">
      <h3>{t.title}</h3>
      <NativeSelect
        label={t.column}
        maw={420}
        value={column}
        data={version.columns.map(({ name }) => ({ value: name, label: name }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {summary === null || !isCounted(summary, names) ? (
        <p className="quiet" aria-live="polite">
          {t.waiting}
        </p>
      ) : (
        <Besides summary={summary} target={target} />
      )}
    </section>
  );
}

/** So many segments have their counts in a profile. */
const mostCounted = 20;

/** Those that were declared a moment ago are still to come. */
const isCounted = ({ segments }: SegmentSummary, names: readonly string[]): boolean =>
  names.slice(0, mostCounted).every((name) => segments.some((segment) => segment.name === name));

/** What goes most with the outcome is what is asked about first. */
const firstOf = ({ columns }: Version, target: TargetProfile | null): string =>
  (target && relatedOf(target)[0]?.column) ?? columns[0]?.name ?? '';

type Part = SegmentSummary['whole'];

function Besides({ summary, target }: { summary: SegmentSummary; target: TargetProfile | null }) {
  const t = useTexts(outcomeTexts).beside;
  const { whole, segments, column: name } = summary;
  const column = name ?? '';
  const hasOutcome = whole.outcome !== null && target !== null;
  const hasMean = whole.mean !== null;
  return (
    <>
      {hasOutcome ? <p className="small quiet">{t.lead}</p> : null}
      <Scrollable label={t.title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.segment}</th>
              <th scope="col" className="number">
                {t.rows}
              </th>
              {hasOutcome ? (
                <th scope="col" className="number">
                  {target.positive === null
                    ? t.meanOf({ column: target.column })
                    : t.rate({ column: target.column, positive: target.positive })}
                </th>
              ) : null}
              <th scope="col" className="number">
                {t.missing({ column })}
              </th>
              {hasMean ? (
                <th scope="col" className="number">
                  {t.meanOf({ column })}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            <Line label={t.all} part={whole} {...{ whole, hasOutcome, hasMean }} />
            {segments.map((segment) => (
              <Fragment key={segment.name}>
                {segment.column === null ? null : (
                  <tr>
                    <th scope="rowgroup" colSpan={5} className="data-parts__name">
                      {segment.name}
                    </th>
                  </tr>
                )}
                {segment.parts.map((part) => (
                  <Line
                    key={part.value ?? '\0'}
                    label={part.value ?? t.others}
                    {...{ part, whole, hasOutcome, hasMean }}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </>
  );
}

interface LineProps {
  label: string;
  part: Part;
  whole: Part;
  hasOutcome: boolean;
  hasMean: boolean;
}

function Line({ label, part, whole, hasOutcome, hasMean }: LineProps) {
  const t = useTexts(outcomeTexts).beside;
  const formats = useFormats();
  const sayOutcome = (outcome: Outcome) => {
    if (outcome === null) return '';
    const say = (value: number) => (outcome.measure === 'share' ? formats.percent(value, 1) : formats.number(value, 2));
    return t.interval({ value: say(outcome.value), low: say(outcome.low), high: say(outcome.high) });
  };
  const said = sayOutcome(part.outcome);
  const { mean, missing } = part;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">{formats.number(part.rows, 0)}</td>
      {hasOutcome ? (
        <td className="number">{isApart(part.outcome, whole.outcome) ? <strong>{said}</strong> : said}</td>
      ) : null}
      <td className="number">{missing === null ? '' : formats.percent(missing, 1)}</td>
      {hasMean ? (
        <td className="number">
          {mean === null || mean.status === 'not_computable' ? '' : formats.number(mean.value, 2)}
        </td>
      ) : null}
    </tr>
  );
}

/** The interval of the part does not hold what all rows have. */
const isApart = (part: Outcome, whole: Outcome): boolean =>
  part !== null && whole !== null && (whole.value < part.low || whole.value > part.high);
