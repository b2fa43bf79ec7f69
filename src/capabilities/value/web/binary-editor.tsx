import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { AmountField } from './amount-field.tsx';
import { CasesField } from './cases-field.tsx';
import { EditorGroup } from './editor-group.tsx';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { FurtherParts } from './further-parts.tsx';
import { CapacityFields, PilotFields, TimingFields } from './parts-fields.tsx';
import { ScenariosFields } from './scenarios-fields.tsx';
import { BinarySegment, SegmentsFields } from './segments-fields.tsx';
import { ProjectFields } from './project-fields.tsx';
import { TodayFields } from './today-fields.tsx';

const outcomes = ['tp', 'fn', 'fp', 'tn'] as const;

/** Act or not: two truths, two decisions, four outcomes. */
export function BinaryEditor() {
  const t = useTexts(editorTexts);
  return (
    <>
      <EditorGroup title={t.groups.often}>
        <EstimateField path="volumePerYear" label={t.volumePerYear} kind="number" />
        <EstimateField path="baseRate" label={t.baseRate} kind="share" />
      </EditorGroup>
      <EditorGroup title={t.groups.worth} hint={t.groups.worthHint}>
        {outcomes.map((outcome) => (
          <AmountField
            key={outcome}
            path={`values.${outcome}`}
            label={t.values[outcome].name}
            hint={t.values[outcome].hint}
          />
        ))}
      </EditorGroup>
      <TodayFields
        kinds={['recall-and-false-positive-rate', 'recall-and-precision', 'cases']}
        renderDetail={(kind) =>
          kind === 'cases' ? (
            <CasesField />
          ) : (
            <>
              <EstimateField path="today.recall" label={t.recall} kind="share" />
              {kind === 'recall-and-precision' ? (
                <EstimateField path="today.precision" label={t.precision} kind="share" />
              ) : (
                <EstimateField path="today.falsePositiveRate" label={t.falsePositiveRate} kind="share" />
              )}
            </>
          )
        }
      />
      <ProjectFields />
      <FurtherParts paths={['expected', 'capacity', 'segments', 'timing', 'pilot', 'scenarios']}>
        <EditorGroup title={t.groups.expected} hint={t.groups.expectedHint}>
          <EstimateField path="expected.recall" label={t.recall} kind="share" />
          <EstimateField path="expected.falsePositiveRate" label={t.falsePositiveRate} kind="share" />
        </EditorGroup>
        <CapacityFields />
        <SegmentsFields renderOwn={(path) => <BinarySegment path={path} />} />
        <TimingFields />
        <PilotFields />
        <ScenariosFields />
      </FurtherParts>
    </>
  );
}
