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

/** By what runs are judged, under which protocol, which way is better, and whether variants of the model compare. */
export function CompareChoice({ comparison, variants, choose }: CompareChoiceProps) {
  const t = useTexts(compareTexts);
  const { by, metrics, figures, isLowBetter, runs, protocol, protocols } = comparison;
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
        onChange={({ currentTarget: { value } }) => choose({ by: value, better: undefined, protocol: undefined })}
      />
      <NativeSelect
        label={t.better}
        value={isLowBetter ? 'low' : 'high'}
        data={(['high', 'low'] as const).map((value) => ({ value, label: t.betters[value] }))}
        onChange={({ currentTarget: { value } }) => choose({ better: value === 'low' ? 'low' : 'high' })}
      />
      {protocol !== null && protocols.length > 1 ? (
        <NativeSelect
          className="compare__protocol"
          label={t.protocol}
          value={protocol}
          data={protocols.map(({ key, words, runs: count }) => ({
            value: key,
            label: `${words} (${t.runs({ count })})`,
          }))}
          onChange={({ currentTarget: { value } }) => choose({ protocol: value })}
        />
      ) : null}
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
