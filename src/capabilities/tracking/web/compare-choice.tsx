import { NativeSelect } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { RunComparison } from '../contract.ts';
import { compareTexts } from './compare-texts.ts';
import type { ComparedChange } from './compared-choice.ts';

interface CompareChoiceProps {
  comparison: RunComparison;
  variants: 'apart' | 'together';
  choose: (next: ComparedChange) => void;
}

/** By what runs are judged, which way is better, and whether variants of the model compare. */
export function CompareChoice({ comparison, variants, choose }: CompareChoiceProps) {
  const t = useTexts(compareTexts);
  const { by, metrics, figures, isLowBetter, runs } = comparison;
  const hasVariants = new Set(runs.map(({ variant }) => variant)).size > 1;
  const choices = [
    ...figures.map(({ key }) => ({
      value: `evaluation.${key}`,
      label: t.figures[key === 'euros' ? 'euros' : 'quality'],
    })),
    ...metrics.map(({ key }) => ({ value: `metrics.${key}`, label: key })),
  ];
  if (choices.length === 0) return null;
  return (
    <div className="compare__choice">
      <NativeSelect
        label={t.by}
        value={by ?? ''}
        data={choices.some(({ value }) => value === by) ? choices : [{ value: by ?? '', label: t.nothing }, ...choices]}
        onChange={({ currentTarget: { value } }) => choose({ by: value, better: undefined })}
      />
      <NativeSelect
        label={t.better}
        value={isLowBetter ? 'low' : 'high'}
        data={(['high', 'low'] as const).map((value) => ({ value, label: t.betters[value] }))}
        onChange={({ currentTarget: { value } }) => choose({ better: value === 'low' ? 'low' : 'high' })}
      />
      {hasVariants ? (
        <NativeSelect
          label={t.variants}
          value={variants}
          data={(['apart', 'together'] as const).map((value) => ({ value, label: t.variantChoices[value] }))}
          onChange={({ currentTarget: { value } }) => choose({ variants: value === 'together' ? 'together' : 'apart' })}
        />
      ) : null}
    </div>
  );
}
