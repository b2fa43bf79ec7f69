import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { nextId, type SegmentDraft } from './plan-draft.ts';
import type { PlanFieldsProps } from './plan-form.tsx';
import { planTexts } from './plan-texts.ts';

/** Parts that must be there, each a value of a column, with the share it should have. */
export function SegmentsFields(props: PlanFieldsProps) {
  const t = useTexts(planTexts);
  const { draft, put, columns } = props;
  const add = () => {
    const blank = {
      id: nextId(draft.segments),
      name: '',
      column: draft.segments.at(-1)?.column ?? '',
      value: '',
      share: '',
    };
    put({ segments: [...draft.segments, blank] });
  };
  return (
    <fieldset className="plan__group stack">
      <legend>{t.groups.segments}</legend>
      <p className="small quiet">{t.segmentsHint}</p>
      {draft.segments.map((segment, index) => (
        <SegmentLine key={segment.id} {...props} segment={segment} index={index} />
      ))}
      <div>
        <Button onClick={add} disabled={columns.length === 0}>
          {t.add}
        </Button>
      </div>
    </fieldset>
  );
}

function SegmentLine({
  draft,
  put,
  columns,
  idOf,
  segment,
  index,
}: PlanFieldsProps & { segment: SegmentDraft; index: number }) {
  const t = useTexts(planTexts);
  const change = (part: Partial<SegmentDraft>) =>
    put({ segments: draft.segments.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <fieldset className="plan__line row row--fields">
      <legend className="unseen">{t.segmentNumber({ number: index + 1 })}</legend>
      <TextInput
        id={idOf(`segment-${index}`)}
        label={t.segment.name}
        maxLength={100}
        value={segment.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.segment.column}
        value={segment.column}
        data={[{ value: '', label: t.none }, ...columns.map((value) => ({ value, label: value }))]}
        onChange={(event) => change({ column: event.currentTarget.value })}
      />
      <TextInput
        label={t.segment.value}
        maxLength={500}
        value={segment.value}
        onChange={(event) => change({ value: event.currentTarget.value })}
      />
      <TextInput
        id={idOf(`share-${index}`)}
        label={t.segment.share}
        inputMode="decimal"
        maxLength={20}
        value={segment.share}
        onChange={(event) => change({ share: event.currentTarget.value })}
      />
      <Button onClick={() => put({ segments: draft.segments.filter((_, at) => at !== index) })}>
        {t.remove}
        <span className="unseen"> {segment.name}</span>
      </Button>
    </fieldset>
  );
}
