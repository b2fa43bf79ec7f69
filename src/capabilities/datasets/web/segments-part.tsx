import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Beside } from '../../../web/kit/layout/beside.tsx';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { listSegments, removeSegment, type Segment, type Version } from '../contract.ts';
import { DeclaredPart, RemoveDeclared } from './declared-part.tsx';
import { saySegment } from './segment-draft.ts';
import { SegmentsBeside } from './segments-beside.tsx';
import { SegmentForm } from './segment-form.tsx';
import { segmentTexts } from './segment-texts.ts';

const opener = 'add-segment';

interface SegmentsPartProps {
  problemId: string;
  version: Version;
  isReadOnly: boolean;
}

/** The segments of the version, each with its expression and its share of the rows. */
export function SegmentsPart({ problemId, version, isReadOnly }: SegmentsPartProps) {
  const t = useTexts(segmentTexts);
  const query = useAnswer(listSegments, { params: { problemId, versionId: version.id } });
  const [isAdding, setAdding] = useState(false);
  const form = isAdding ? <SegmentForm {...{ problemId, version, opener }} close={() => setAdding(false)} /> : null;
  return (
    <DeclaredPart words={t} {...{ opener, isReadOnly, query, form }} open={() => setAdding(true)}>
      {({ segments }) =>
        segments.length === 0 ? null : (
          <>
            <ul className="plain-list">
              {segments.map((segment) => (
                <SegmentLine key={segment.id} {...{ problemId, version, isReadOnly, segment }} />
              ))}
            </ul>
            <SegmentsBeside {...{ problemId, version }} names={segments.map(({ name }) => name)} />
          </>
        )
      }
    </DeclaredPart>
  );
}

function SegmentLine({ problemId, version, isReadOnly, segment }: SegmentsPartProps & { segment: Segment }) {
  const t = useTexts(segmentTexts);
  const formats = useFormats();
  const remove = useAsk(removeSegment);
  const { id, name, rule, parts, rows } = segment;
  const params = { problemId, versionId: version.id, segmentId: id };
  const shareOf = (count: number) => formats.percent(rows === 0 ? 0 : count / rows);
  const [only] = parts;
  return (
    <li className="data-row">
      <h3>{name}</h3>
      <p className="small">{saySegment(rule, t)}</p>
      {'column' in rule ? (
        <Parts segment={segment} />
      ) : (
        <p>
          {t.share({
            share: shareOf(only?.rows ?? 0),
            rows: formats.number(only?.rows ?? 0),
            all: formats.number(rows),
          })}
        </p>
      )}
      <Beside
        problemId={problemId}
        thing={{ kind: 'segment', datasetId: version.datasetId, segment: name }}
        label={name}
      />
      {isReadOnly ? null : (
        <RemoveDeclared label={t.remove} name={name} remove={() => remove.mutateAsync({ params })} />
      )}
    </li>
  );
}

const mostShown = 12;

/** One line for each value; what is not listed stands at the end, so that the shares together are the whole. */
function Parts({ segment: { name, parts, rows } }: { segment: Segment }) {
  const t = useTexts(segmentTexts);
  const formats = useFormats();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || parts.length <= mostShown ? parts : parts.slice(0, mostShown);
  const sum = (of: readonly { rows: number }[]) => of.reduce((all, each) => all + each.rows, 0);
  const percent = (count: number) => formats.percent(rows === 0 ? 0 : count / rows);
  const hidden = parts.slice(shown.length);
  const unlisted = rows - sum(parts);
  return (
    <>
      <Scrollable label={name} className="data-segment">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              <th scope="col" className="number">
                {t.ofAll}
              </th>
              <th scope="col" className="number">
                {t.rows}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ value, rows: count }) => (
              <tr key={value ?? '\0'}>
                <th scope="row">{value ?? <em>{t.noValue}</em>}</th>
                <td className="number">{percent(count)}</td>
                <td className="number">{formats.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      {hidden.length > 0 ? (
        <p className="row small">
          <span>{t.more({ count: hidden.length, share: percent(sum(hidden)) })}</span>
          <button type="button" className="button-plain link" onClick={() => setWhole(true)}>
            {t.showAll}
            <span className="unseen"> {name}</span>
          </button>
        </p>
      ) : null}
      {unlisted > 0 ? <p className="small quiet">{t.unlisted({ share: percent(unlisted) })}</p> : null}
    </>
  );
}
