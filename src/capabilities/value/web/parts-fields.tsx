import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { EstimateField } from './estimate-field.tsx';
import { OptionalPart } from './optional-part.tsx';
import { partsTexts } from './parts-texts.ts';
import { Choice, NumberField } from './plain-fields.tsx';

const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** How many cases people can take up. */
export function CapacityFields() {
  const t = useTexts(partsTexts).capacity;
  return (
    <OptionalPart path="capacity" title={t.title} hint={t.hint} what={t.what} the={t.the} beginning={{ per: 'month' }}>
      <CapacityInputs path="capacity" />
    </OptionalPart>
  );
}

export function CapacityInputs({ path }: { path: string }) {
  const t = useTexts(partsTexts).capacity;
  const { textAt, put } = useDraft();
  return (
    <>
      <EstimateField path={`${path}.cases`} label={t.cases} kind="number" />
      <Choice
        label={t.per}
        value={periods.find((period) => period === textAt(`${path}.per`)) ?? 'month'}
        choices={periods.map((value) => ({ value, label: t.periods[value] }))}
        choose={(per) => put(`${path}.per`, per)}
      />
      <EstimateField path={`${path}.precision`} label={t.precision} hint={t.precisionHint} kind="share" />
    </>
  );
}

/** Over which years the value counts, and when it comes. */
export function TimingFields() {
  const t = useTexts(partsTexts).timing;
  return (
    <OptionalPart path="timing" title={t.title} hint={t.hint} what={t.what} the={t.the} beginning={{ horizonYears: 5 }}>
      <NumberField path="timing.horizonYears" label={t.horizonYears} as="number" />
      <EstimateField path="timing.discountRate" label={t.discountRate} kind="share" />
      <EstimateField path="timing.monthsToOutcome" label={t.monthsToOutcome} hint={t.monthsHint} kind="number" />
    </OptionalPart>
  );
}

/** What looking at labelled cases first would be worth. */
export function PilotFields() {
  const t = useTexts(partsTexts).pilot;
  return (
    <OptionalPart path="pilot" title={t.title} hint={t.hint} what={t.what} the={t.the} beginning={{ cases: 500 }}>
      <NumberField path="pilot.cases" label={t.cases} as="number" />
      <EstimateField path="pilot.cost" label={t.cost} kind="money" />
    </OptionalPart>
  );
}
