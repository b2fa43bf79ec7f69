import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listSegments } from '../../datasets/contract.ts';
import type { ExploreProps } from './explore-part.tsx';
import { exploreTexts } from './explore-texts.ts';
import { NotesOn } from './notes-on.tsx';

/** The segments that were declared of this version, with what the expert knows of each; nothing where there are none. */
export function SegmentsPart({ problemId, datasetId, versionId }: ExploreProps) {
  const t = useTexts(exploreTexts).segments;
  const formats = useFormats();
  const { data } = useAnswer(listSegments, { params: { problemId, versionId } });
  const segments = data?.segments ?? [];
  if (segments.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="segments-title">
      <h2 id="segments-title">{t.title}</h2>
      <ul className="plain-list">
        {segments.map(({ id, name, parts }) => (
          <li key={id} className="listing stack stack--tight">
            <h3 className="look__column">{name}</h3>
            <p className="small quiet">
              {formats.list(
                parts.map(({ value, rows }) => t.part({ value: value ?? name, rows: formats.number(rows, 0) })),
              )}
            </p>
            <NotesOn problemId={problemId} place={{ kind: 'segment', datasetId, segment: name }} label={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}
