import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { AmountField } from './amount-field.tsx';
import { placesOf, useDraft } from './draft-context.ts';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { segmentNameAt } from './name-of-path.ts';
import { AddButton, OptionalPart, RemoveButton } from './optional-part.tsx';
import { partsTexts } from './parts-texts.ts';
import { TextField } from './plain-fields.tsx';

const outcomes = ['tp', 'fn', 'fp', 'tn'] as const;

/** Parts of the volume whose share, base rate or amounts differ. */
export function SegmentsFields() {
  const t = useTexts(partsTexts);
  const { listAt, put, draft } = useDraft();
  const segments = listAt('segments');
  return (
    <OptionalPart
      path="segments"
      title={t.segments.title}
      hint={t.segments.hint}
      what={t.segments.what}
      the={t.segments.the}
      beginning={[{}, {}]}
    >
      {placesOf('segments', segments).map((path, index) => (
        <div key={path} className="listed stack">
          <Segment path={path} />
          {segments.length > 2 ? (
            <RemoveButton
              words={t.remove({ what: segmentNameAt(draft, index, t) })}
              remove={() => put('segments', segments.toSpliced(index, 1))}
            />
          ) : null}
        </div>
      ))}
      <SegmentsProblem />
      <AddButton words={t.add({ what: t.segments.one })} add={() => put('segments', [...segments, {}])} />
    </OptionalPart>
  );
}

/** That the shares are not the whole is said of all of them. */
function SegmentsProblem() {
  const { problems } = useDraft();
  const found = problems.find(({ path, kind }) => path === 'segments' && kind === 'wrong');
  return found ? <p className="estimate__error">{found.message}</p> : null;
}

function Segment({ path }: { path: string }) {
  const t = useTexts(partsTexts).segments;
  const { values } = useTexts(editorTexts);
  return (
    <>
      <TextField path={`${path}.name`} label={t.name} />
      <EstimateField path={`${path}.share`} label={t.share} kind="share" />
      <EstimateField path={`${path}.baseRate`} label={t.baseRate} kind="share" />
      <details>
        <summary>{t.own}</summary>
        <div className="stack editor__inner">
          <p className="small quiet">{t.ownHint}</p>
          {outcomes.map((outcome) => (
            <AmountField key={outcome} path={`${path}.values.${outcome}`} label={values[outcome].name} />
          ))}
        </div>
      </details>
    </>
  );
}
