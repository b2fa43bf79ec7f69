import { TextInput } from '@mantine/core';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { criteria, type CriterionKey, frameworkNames, type Score } from '../contract.ts';
import { NumberField } from './number-field.tsx';
import { prepareRanks } from './prepare-ranks.ts';
import { prepareSensitivity } from './prepare-sensitivity.ts';
import { prepareSums } from './prepare-sums.ts';
import type { StepProps } from './selection-props.ts';
import { selectionTexts } from './selection-texts.ts';

/** What was measured or read of each candidate, what that adds up to, and how firm it is. */
export function ScoresStep(props: StepProps) {
  const { draft, result } = props;
  const t = useTexts(selectionTexts).scores;
  const names = useTexts(frameworkNames).criteria;
  const formats = useFormats();
  const locale = useLocale();
  const shown = { draft, result };
  const pictures = [prepareSums(shown, locale), prepareRanks(shown, locale), prepareSensitivity(shown, locale)];
  return (
    <>
      <p className="quiet">{t.lead}</p>
      {draft.candidates.length > 0 && draft.criteria.length > 0 ? <Measurements {...props} /> : null}
      {pictures.map((picture) => (picture ? <Chart key={picture.id} picture={picture} /> : null))}
      {result.leftOut.length > 0 && result.scores.length > 0 ? (
        <p className="small quiet">{t.leftOut({ names: formats.list(result.leftOut.map((key) => names[key])) })}</p>
      ) : null}
    </>
  );
}

function Measurements(props: StepProps) {
  const { draft, result } = props;
  const t = useTexts(selectionTexts).scores;
  const names = useTexts(frameworkNames);
  const isOut = (id: string) => result.scores.find(({ candidateId }) => candidateId === id)?.isOut ?? false;
  return (
    <Scrollable label={t.table}>
      <table className="table values-table">
        <caption className="unseen">{t.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.candidate}</th>
            {draft.criteria.map(({ key }) => (
              <th key={key} scope="col">
                {names.criteria[key]} ({names.units[criteria[key].unit]})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.candidates.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {isOut(id) ? <span className="quiet"> ({t.out})</span> : null}
              </th>
              {draft.criteria.map(({ key }) => (
                <td key={key}>
                  <Measurement {...props} candidate={{ id, name }} criterion={key} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

interface MeasurementProps extends StepProps {
  candidate: { id: string; name: string };
  criterion: CriterionKey;
}

function Measurement({ draft, result, put, mayWrite, candidate, criterion }: MeasurementProps) {
  const t = useTexts(selectionTexts).scores;
  const names = useTexts(frameworkNames);
  const formats = useFormats();
  const isThis = (each: StepProps['draft']['values'][number]) =>
    each.candidateId === candidate.id && each.criterion === criterion;
  const given = draft.values.find(isThis);
  const part = partOf(result.scores, candidate.id, criterion);
  const about = { criterion: names.criteria[criterion], candidate: candidate.name };
  const set = (value: number | null, source: string) => {
    const others = draft.values.filter((each) => !isThis(each));
    const mine = { candidateId: candidate.id, criterion, source };
    put({ values: value === null ? others : [...others, { ...mine, value }] });
  };
  const known = part?.origin === 'catalogue' && part.measured !== null ? formats.number(part.measured, 2) : null;
  return (
    <div className="stack stack--tight">
      <NumberField
        label={t.valueOf({ ...about, unit: names.units[criteria[criterion].unit] })}
        isLabelUnseen
        value={given ? String(given.value) : null}
        placeholder={known ?? t.unknown}
        isReadOnly={!mayWrite}
        change={(value) => set(value === null ? null : Number(value), given?.source ?? '')}
      />
      {known !== null && !given ? <p className="small quiet">{t.from}</p> : null}
      {given ? (
        <TextInput
          aria-label={t.sourceOf(about)}
          placeholder={t.source}
          size="xs"
          value={given.source}
          maxLength={300}
          readOnly={!mayWrite}
          onChange={(event) => set(given.value, event.currentTarget.value)}
        />
      ) : null}
    </div>
  );
}

function partOf(scores: readonly Score[], id: string, criterion: CriterionKey): Score['parts'][number] | undefined {
  return scores.find(({ candidateId }) => candidateId === id)?.parts.find((each) => each.criterion === criterion);
}
