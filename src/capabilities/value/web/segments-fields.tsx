import type { ReactNode } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { AmountField } from './amount-field.tsx';
import { placesOf, useDraft } from './draft-context.ts';
import { EditorGroup } from './editor-group.tsx';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { classNameAt, segmentNameAt } from './name-of-path.ts';
import { AddButton, OptionalPart, RemoveButton } from './optional-part.tsx';
import { partsTexts } from './parts-texts.ts';
import { TextField } from './plain-fields.tsx';

const outcomes = ['tp', 'fn', 'fp', 'tn'] as const;

interface SegmentsFieldsProps {
  /** what the parts of this kind of model may differ in */
  renderOwn: (path: string) => ReactNode;
}

/** Parts of the volume that differ, each with a name and a share. */
export function SegmentsFields({ renderOwn }: SegmentsFieldsProps) {
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
          <TextField path={`${path}.name`} label={t.segments.name} />
          <EstimateField path={`${path}.share`} label={t.segments.share} kind="share" />
          {renderOwn(path)}
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

/** Of a model that acts or not: the base rate, and the four amounts. */
export function BinarySegment({ path }: { path: string }) {
  const t = useTexts(partsTexts).segments;
  const { values } = useTexts(editorTexts);
  return (
    <>
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

/** Of a model with several decisions: how often each class comes there, all of them or none. */
export function MulticlassSegment({ path }: { path: string }) {
  const t = useTexts(partsTexts);
  const editor = useTexts(editorTexts);
  const { draft, at, listAt, put } = useDraft();
  const mix = `${path}.classShares`;
  const what = t.segments.ownMix;
  const classes = listAt('classes');
  if (at(mix) === undefined)
    return (
      <AddButton
        words={t.add({ what })}
        add={() =>
          put(
            mix,
            classes.map(() => ({})),
          )
        }
      />
    );
  return (
    <div className="stack editor__inner">
      {placesOf(mix, classes).map((place, index) => (
        <EstimateField key={place} path={place} label={classNameAt(draft, index, editor)} kind="share" />
      ))}
      <RemoveButton words={t.remove({ what })} remove={() => put(mix, undefined)} />
    </div>
  );
}

/** Of a model of how much: what an error costs there. */
export function RegressionSegment({ path }: { path: string }) {
  const t = useTexts(partsTexts).segments;
  const editor = useTexts(editorTexts);
  return (
    <details>
      <summary>{t.own}</summary>
      <div className="stack editor__inner">
        <p className="small quiet">{t.ownHint}</p>
        <AmountField path={`${path}.overCostPerUnit`} label={editor.overCost} />
        <AmountField path={`${path}.underCostPerUnit`} label={editor.underCost} />
      </div>
    </details>
  );
}

/** Why there is no limit to price where several decisions, or an amount, are predicted. */
export function NoCapacity({ of }: { of: 'multiclass' | 'regression' }) {
  const t = useTexts(partsTexts).capacity;
  return (
    <EditorGroup title={t.title}>
      <p className="quiet">{t.none[of]}</p>
    </EditorGroup>
  );
}
