import { useLocale } from '../../../web/kit/language/use-texts.ts';
import { AmountField } from './amount-field.tsx';
import { Count } from './cases-field.tsx';
import { placesOf, useDraft } from './draft-context.ts';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { type FigurePlace, sourcePathOf } from './figures-in.ts';
import { classNameAt, decisionNameAt } from './name-of-path.ts';
import { NumberField, SourceField } from './plain-fields.tsx';
import { Rate } from './rates-field.tsx';
import { StepFields } from './step-fields.tsx';
import { useCaseAxes } from './use-case-axes.ts';

type FigureFieldProps = FigurePlace & { label: string };

/** One figure where it stands, whatever its kind. */
export function FigureField({ path, kind, label }: FigureFieldProps) {
  if (kind === 'amount') return <AmountField path={path} label={label} />;
  if (kind === 'step') return <StepFields path={path} />;
  if (kind === 'rates' || kind === 'counts' || kind === 'plain') {
    const source = sourcePathOf({ path, kind });
    return (
      <div className="stack stack--tight">
        {kind === 'plain' ? <NumberField path={path} label={label} as="number" /> : null}
        {kind === 'rates' ? <RatesRow path={path} /> : null}
        {kind === 'counts' ? <CountsRow path={path} /> : null}
        {source === null ? null : <SourceField path={source} label={label} />}
      </div>
    );
  }
  return <EstimateField path={path} label={label} kind={kind} />;
}

const rowOf = (path: string): number => Number(path.split('.').at(-1));

/** Of one kind of case, which share gets each decision: together they are all of it. */
function RatesRow({ path }: { path: string }) {
  const t = editorTexts[useLocale()];
  const { draft, listAt, problemAt } = useDraft();
  const truth = classNameAt(draft, rowOf(path), t);
  return (
    <>
      <div className="fields">
        {placesOf(path, listAt('decisions')).map((place, index) => {
          const decision = decisionNameAt(draft, index, t);
          return <Rate key={place} path={place} label={t.rateOf({ truth, decision })} seen={decision} />;
        })}
      </div>
      <p className="estimate__error">{problemAt(path) ?? problemAt(path.replace(/\.\d+$/, ''))}</p>
    </>
  );
}

function CountsRow({ path }: { path: string }) {
  const { truths, decisions } = useCaseAxes();
  const { problemAt } = useDraft();
  const truth = truths[rowOf(path)];
  if (!truth) return null;
  return (
    <>
      <div className="fields">
        {decisions.map((decision) => (
          <Count key={decision.word} {...{ truth, decision }} seen={decision.label} />
        ))}
      </div>
      <p className="estimate__error">{problemAt('today.rows')}</p>
    </>
  );
}
