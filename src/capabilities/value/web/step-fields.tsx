import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { Choice, NumberField } from './plain-fields.tsx';

const sides = ['over', 'under', 'both'] as const;

/** One penalty: on which side, beyond which size of error, and what it costs. */
export function StepFields({ path }: { path: string }) {
  const t = useTexts(editorTexts);
  const { textAt, put } = useDraft();
  return (
    <>
      <div className="fields">
        <Choice
          label={t.stepSide}
          value={sides.find((side) => side === textAt(`${path}.side`)) ?? 'both'}
          choices={sides.map((value) => ({ value, label: t.stepSides[value] }))}
          choose={(side) => put(`${path}.side`, side)}
        />
        <NumberField path={`${path}.beyond`} label={t.stepBeyond} as="number" />
      </div>
      <EstimateField path={`${path}.cost`} label={t.stepCost} kind="money" />
    </>
  );
}
