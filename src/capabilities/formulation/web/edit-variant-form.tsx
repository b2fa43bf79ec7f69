import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { editVariant } from '../contract.ts';
import { type Declared, missingIn, VariantFields } from './variant-fields.tsx';
import { variantTexts } from './variant-texts.ts';

interface EditVariantProps {
  problemId: string;
  start: Declared;
  version: number;
  close: () => void;
}

/** Says otherwise in what the variant differs. */
export function EditVariant({ problemId, start, version, close }: EditVariantProps) {
  const t = useTexts(variantTexts);
  const id = useId();
  const idOf = (field: string) => `${id}-${field}`;
  const edit = useAsk(editVariant);
  const [declared, setDeclared] = useState(start);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const { keep, isSaving } = useKeeping({
    version,
    save: (body: Declared, read) => edit.mutateAsync({ params: { problemId }, body, version: read }),
    close,
    sayTheirs: (theirs) => (theirs as Declared).difference,
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(declared, { idOf, t });
    setProblems(missing);
    if (missing.length === 0) void keep(declared);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <VariantFields {...{ declared, idOf, problems }} change={setDeclared} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
