import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import {
  type ConnectionDraft,
  type ConnectionKind,
  connectionKinds,
  type LineField,
  lineFields,
} from './connection-draft.ts';
import { connectionTexts } from './connection-texts.ts';

interface FieldsProps {
  /** before the name of each field */
  id: string;
  draft: ConnectionDraft;
  put: (part: Partial<ConnectionDraft>) => void;
  problems: readonly FieldProblem[];
}

export function ConnectionFields({ first, ...props }: FieldsProps & { first: RefObject<HTMLSelectElement | null> }) {
  const { draft, put } = props;
  const t = useTexts(connectionTexts);
  return (
    <>
      <NativeSelect
        label={t.kind}
        description={t.hints[draft.kind]}
        ref={first}
        maw={480}
        value={draft.kind}
        data={connectionKinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(event) => put({ kind: event.currentTarget.value as ConnectionKind })}
      />
      {lineFields[draft.kind].map((field) => (
        <Line key={field} {...props} field={field} />
      ))}
      {draft.kind === 'http' ? <HttpFields {...props} /> : null}
      {draft.kind === 's3' ? (
        <Checkbox
          label={t.pathStyle}
          checked={draft.pathStyle}
          onChange={(event) => put({ pathStyle: event.currentTarget.checked })}
        />
      ) : null}
      {draft.kind === 'postgres' ? <PostgresFields {...props} /> : null}
    </>
  );
}

function Line({ id, draft, put, problems, field }: FieldsProps & { field: LineField | 'user' }) {
  const t = useTexts(connectionTexts);
  const given = {
    id: `${id}-${field}`,
    label: t.fields[field],
    description: t.examples[field] || undefined,
    value: draft[field],
    error: problems.find((each) => each.field === `${id}-${field}`)?.message,
    spellCheck: false,
  };
  if (field === 'select')
    return (
      <Textarea
        {...given}
        autosize
        minRows={3}
        maxRows={16}
        classNames={{ input: 'data-sql' }}
        maxLength={20_000}
        onChange={(event) => put({ select: event.currentTarget.value })}
      />
    );
  return <TextInput {...given} maxLength={2000} onChange={(event) => put({ [field]: event.currentTarget.value })} />;
}

function HttpFields(props: FieldsProps) {
  const { draft, put } = props;
  const t = useTexts(connectionTexts);
  return (
    <>
      <NativeSelect
        label={t.auth}
        maw={320}
        value={draft.auth}
        data={(['none', 'bearer', 'basic'] as const).map((value) => ({ value, label: t.auths[value] }))}
        onChange={(event) => put({ auth: event.currentTarget.value as ConnectionDraft['auth'] })}
      />
      {draft.auth === 'basic' ? <Line {...props} field="user" /> : null}
    </>
  );
}

function PostgresFields(props: FieldsProps) {
  const { draft, put } = props;
  const t = useTexts(connectionTexts);
  return (
    <>
      <NativeSelect
        label={t.tls}
        maw={420}
        value={draft.tls}
        data={(['verify', 'encrypt', 'none'] as const).map((value) => ({ value, label: t.tlss[value] }))}
        onChange={(event) => put({ tls: event.currentTarget.value as ConnectionDraft['tls'] })}
      />
      <NativeSelect
        label={t.what}
        maw={320}
        value={draft.what}
        data={(['table', 'select'] as const).map((value) => ({ value, label: t.whats[value] }))}
        onChange={(event) => put({ what: event.currentTarget.value as ConnectionDraft['what'] })}
      />
      <Line {...props} field={draft.what} />
    </>
  );
}
