import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type Relation, variantAspects } from '../contract.ts';
import { variantTexts } from './variant-texts.ts';

export type Declared = Pick<Relation, 'about' | 'difference' | 'reason'>;

interface VariantFieldsProps {
  declared: Declared;
  change: (declared: Declared) => void;
  idOf: (field: string) => string;
  problems: readonly FieldProblem[];
}

/** In what a variant differs, and why: asked when it is made, and to be said otherwise later. */
export function VariantFields({ declared, change, idOf, problems }: VariantFieldsProps) {
  const t = useTexts(variantTexts);
  const errorAt = (field: string) => problems.find((problem) => problem.field === idOf(field))?.message;
  return (
    <>
      <NativeSelect
        label={t.about}
        value={declared.about}
        data={variantAspects.map((value) => ({ value, label: t.aspects[value] }))}
        onChange={(event) => change({ ...declared, about: event.currentTarget.value as Declared['about'] })}
      />
      <TextInput
        id={idOf('difference')}
        label={t.difference}
        description={t.differenceHint}
        maxLength={200}
        value={declared.difference}
        error={errorAt('difference')}
        onChange={(event) => change({ ...declared, difference: event.currentTarget.value })}
      />
      <Textarea
        id={idOf('reason')}
        label={t.reason}
        description={t.reasonHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={declared.reason}
        error={errorAt('reason')}
        onChange={(event) => change({ ...declared, reason: event.currentTarget.value })}
      />
    </>
  );
}

/** What is not said yet of the difference. */
export function missingIn(
  { difference, reason }: Declared,
  { idOf, t }: { idOf: (field: string) => string; t: (typeof variantTexts)['en'] },
): FieldProblem[] {
  return [
    ...(difference.trim() === '' ? [{ field: idOf('difference'), message: t.differenceNeeded }] : []),
    ...(reason.trim() === '' ? [{ field: idOf('reason'), message: t.reasonNeeded }] : []),
  ];
}
