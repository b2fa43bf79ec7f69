import { Button } from '@mantine/core';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { AmountField } from './amount-field.tsx';
import { useDraft } from './draft-context.ts';
import { EditorGroup } from './editor-group.tsx';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { FurtherParts } from './further-parts.tsx';
import { TextField } from './plain-fields.tsx';
import { PilotFields, TimingFields } from './parts-fields.tsx';
import { ScenariosFields } from './scenarios-fields.tsx';
import { ProjectFields } from './project-fields.tsx';
import { NoCapacity, RegressionSegment, SegmentsFields } from './segments-fields.tsx';
import { StepFields } from './step-fields.tsx';
import { TodayFields } from './today-fields.tsx';

/** How much: every unit too high or too low costs something. */
export function RegressionEditor() {
  const t = useTexts(editorTexts);
  const { textAt } = useDraft();
  const unit = textAt('unit') || undefined;
  return (
    <>
      <EditorGroup title={t.groups.often}>
        <EstimateField path="volumePerYear" label={t.volumePerYear} kind="number" />
        <TextField path="unit" label={t.unit} hint={t.unitHint} />
        <EstimateField path="targetSigma" label={t.targetSigma} kind="number" unit={unit} />
      </EditorGroup>
      <EditorGroup title={t.groups.errors}>
        <AmountField path="overCostPerUnit" label={t.overCost} />
        <AmountField path="underCostPerUnit" label={t.underCost} />
        <EstimateField path="tolerance" label={t.tolerance} kind="number" unit={unit} />
        <Steps />
      </EditorGroup>
      <TodayFields
        kinds={['sigma']}
        renderDetail={() => (
          <>
            <EstimateField path="today.sigma" label={t.sigma} kind="number" unit={unit} />
            <EstimateField path="today.bias" label={t.bias} kind="number" unit={unit} />
          </>
        )}
      />
      <ProjectFields />
      <FurtherParts paths={['expected', 'segments', 'timing', 'pilot', 'scenarios']}>
        <EditorGroup title={t.groups.expected} hint={t.groups.expectedHint}>
          <EstimateField path="expected.sigma" label={t.sigma} kind="number" unit={unit} />
          <EstimateField path="expected.bias" label={t.bias} kind="number" unit={unit} />
        </EditorGroup>
        <NoCapacity of="regression" />
        <SegmentsFields renderOwn={(path) => <RegressionSegment path={path} />} />
        <TimingFields />
        <PilotFields />
        <ScenariosFields />
      </FurtherParts>
    </>
  );
}

function Steps() {
  const t = useTexts(editorTexts);
  const { listAt, put, isReadOnly } = useDraft();
  const steps = listAt('steps');
  return (
    <div className="stack">
      <p className="estimate__legend">{t.steps}</p>
      {steps.map((_, index) => {
        const name = t.stepName({ number: index + 1 });
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a penalty has no other name than its place
          <div key={index} className="listed stack">
            <strong>{name}</strong>
            <StepFields path={`steps.${index}`} />
            {isReadOnly ? null : (
              <button
                type="button"
                className="button-plain link small"
                onClick={() => put('steps', steps.toSpliced(index, 1))}
              >
                {t.removeNamed({ name })}
              </button>
            )}
          </div>
        );
      })}
      {isReadOnly ? null : (
        <div>
          <Button leftSection={<Icon name="plus" />} onClick={() => put('steps', [...steps, { side: 'both' }])}>
            {t.addStep}
          </Button>
        </div>
      )}
    </div>
  );
}
