import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { AmountField } from './amount-field.tsx';
import { CasesField } from './cases-field.tsx';
import { ClassesField, DecisionsField } from './class-fields.tsx';
import { textOf, useDraft } from './draft-context.ts';
import { EditorGroup } from './editor-group.tsx';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { FurtherParts } from './further-parts.tsx';
import { classNameAt, decisionNameAt } from './name-of-path.ts';
import { Choice } from './plain-fields.tsx';
import { PilotFields, TimingFields } from './parts-fields.tsx';
import { ScenariosFields } from './scenarios-fields.tsx';
import { ProjectFields } from './project-fields.tsx';
import { RatesField } from './rates-field.tsx';
import { MulticlassSegment, NoCapacity, SegmentsFields } from './segments-fields.tsx';
import { TodayFields } from './today-fields.tsx';
import { useKinds } from './use-kinds.ts';

const expectedKinds = ['none', 'accuracy', 'confusion'] as const;

/** One of several decisions: what each is worth for each kind of case. */
export function MulticlassEditor() {
  const t = useTexts(editorTexts);
  return (
    <>
      <EditorGroup title={t.groups.often}>
        <EstimateField path="volumePerYear" label={t.volumePerYear} kind="number" />
      </EditorGroup>
      <EditorGroup title={t.groups.classes}>
        <ClassesField />
      </EditorGroup>
      <EditorGroup title={t.groups.decisions}>
        <DecisionsField />
        <DefaultDecision />
      </EditorGroup>
      <EditorGroup title={t.groups.worth} hint={t.groups.worthHint}>
        <Values />
      </EditorGroup>
      <TodayFields
        kinds={['confusion', 'cases']}
        renderDetail={(kind) => (kind === 'cases' ? <CasesField /> : <RatesField of="today" />)}
      />
      <ProjectFields />
      <FurtherParts paths={['expected', 'segments', 'timing', 'pilot', 'scenarios']}>
        <Expected />
        <NoCapacity of="multiclass" />
        <SegmentsFields renderOwn={(path) => <MulticlassSegment path={path} />} />
        <TimingFields />
        <PilotFields />
        <ScenariosFields />
      </FurtherParts>
    </>
  );
}

function Values() {
  const locale = useLocale();
  const t = editorTexts[locale];
  const { draft, listAt } = useDraft();
  return listAt('classes').flatMap((_, truth) =>
    listAt('decisions').map((_, decision) => {
      const label = t.valueOf({
        truth: classNameAt(draft, truth, t),
        decision: decisionNameAt(draft, decision, t),
      });
      return <AmountField key={`${truth}.${decision}`} path={`values.${truth}.${decision}`} label={label} />;
    }),
  );
}

function DefaultDecision() {
  const t = useTexts(editorTexts);
  const { listAt, textAt, put, problemAt } = useDraft();
  const names = listAt('decisions').map(textOf).filter(Boolean);
  return (
    <Choice
      label={t.defaultDecision}
      value={textAt('defaultDecision')}
      choices={[{ value: '', label: t.noDefault }, ...names.map((name) => ({ value: name, label: name }))]}
      choose={(name) => put('defaultDecision', name || undefined)}
      problem={problemAt('defaultDecision')}
    />
  );
}

function Expected() {
  const t = useTexts(editorTexts);
  const { textAt } = useDraft();
  const turn = useKinds('expected');
  const kind = expectedKinds.find((known) => known === textAt('expected.kind')) ?? 'none';
  return (
    <EditorGroup title={t.groups.expected} hint={t.groups.expectedHint}>
      <Choice
        label={t.todayKind}
        value={kind}
        choices={expectedKinds.map((value) => ({ value, label: t.expectedKinds[value] }))}
        choose={(chosen) => turn(kind, chosen, chosen === 'none' ? undefined : { kind: chosen })}
      />
      {kind === 'accuracy' ? <EstimateField path="expected.accuracy" label={t.accuracy} kind="share" /> : null}
      {kind === 'confusion' ? <RatesField of="expected" /> : null}
    </EditorGroup>
  );
}
