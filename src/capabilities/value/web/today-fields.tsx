import type { ReactNode } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { EditorGroup } from './editor-group.tsx';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { Choice } from './plain-fields.tsx';
import { useKinds } from './use-kinds.ts';

type TodayKind = keyof (typeof editorTexts)['en']['todayKinds'];

/** How it is decided today: nothing known, by its quality (which differs by task), or by its yearly cost. */
export function TodayFields({
  kinds,
  renderDetail,
}: {
  kinds: readonly TodayKind[];
  renderDetail: (kind: TodayKind) => ReactNode;
}) {
  const t = useTexts(editorTexts);
  const { at, textAt } = useDraft();
  const turn = useKinds('today');
  const all: readonly TodayKind[] = ['none', ...kinds, 'yearly-cost'];
  const kind = all.find((known) => known === textAt('today.kind')) ?? 'none';
  const choose = (chosen: TodayKind) => {
    const runCostPerYear = at('today.runCostPerYear');
    turn(kind, chosen, chosen === 'none' ? undefined : { kind: chosen, ...(runCostPerYear ? { runCostPerYear } : {}) });
  };
  return (
    <EditorGroup title={t.groups.today}>
      <Choice
        label={t.todayKind}
        value={kind}
        choices={all.map((value) => ({ value, label: t.todayKinds[value] }))}
        choose={choose}
      />
      {kind === 'yearly-cost' ? <EstimateField path="today.costPerYear" label={t.costPerYear} kind="money" /> : null}
      {kind === 'none' || kind === 'yearly-cost' ? null : renderDetail(kind)}
      {kind === 'none' ? null : <EstimateField path="today.runCostPerYear" label={t.runCostToday} kind="money" />}
    </EditorGroup>
  );
}
