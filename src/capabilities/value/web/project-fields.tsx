import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { EditorGroup } from './editor-group.tsx';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { NumberField } from './plain-fields.tsx';

/** What every project has, whatever is decided: what it costs, and how far it will be followed. */
export function ProjectFields() {
  const t = useTexts(editorTexts);
  return (
    <EditorGroup title={t.groups.project}>
      <EstimateField path="buildCost" label={t.buildCost} kind="money" />
      <NumberField path="depreciationYears" label={t.depreciationYears} as="number" />
      <EstimateField path="runCostPerYear" label={t.runCostPerYear} kind="money" />
      <EstimateField path="adoption" label={t.adoption} hint={t.adoptionHint} kind="share" />
    </EditorGroup>
  );
}
