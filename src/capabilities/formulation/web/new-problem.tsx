import { Button, Checkbox, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { createProblem } from '../contract.ts';
import { problemTexts } from './problem-texts.ts';
import { SimilarProblems } from './similar-problems.tsx';
import { TemplateChoice } from './template-choice.tsx';

const longest = 200;

/** One question: the problem in one line. Everything else comes after. */
export function NewProblem() {
  const t = useTexts(problemTexts).new;
  const [title, setTitle] = useState('');
  const { template } = useSearch({ from: '/problems/new' });
  const [templateId, setTemplateId] = useState(template ?? '');
  const [isPrivate, setPrivate] = useState(false);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const create = useAsk(createProblem);
  const navigate = useNavigate();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = wrongWith(title, t);
    setProblem(wrong === null ? null : { field: 'title', message: wrong });
    if (wrong !== null) return;
    const { id } = await create.mutateAsync({
      body: { title: title.trim(), isPrivate, ...(templateId === '' ? {} : { templateId }) },
    });
    await navigate({
      to: '/problems/$problemId/{-$station}',
      params: { problemId: id, station: 'opportunity' },
      // What came with a template is read first; an empty problem begins with its first question.
      search: templateId === '' ? { field: 'currentSituation' } : {},
    });
  };
  const refusals = create.error ? [{ field: 'title', message: create.error.message }] : [];
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <form className="stack stack--wide" noValidate onSubmit={(event) => void begin(event).catch(() => undefined)}>
        <ErrorSummary problems={problem ? [problem] : refusals} />
        <TextInput
          id="title"
          label={t.label}
          description={t.hint}
          value={title}
          maxLength={400}
          error={problem?.message}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TemplateChoice chosen={templateId} choose={setTemplateId} />
        <SimilarProblems text={title} />
        <Checkbox label={t.private} checked={isPrivate} onChange={(event) => setPrivate(event.currentTarget.checked)} />
        <div>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t.begin}
          </Button>
        </div>
      </form>
    </Page>
  );
}

type NewTexts = (typeof problemTexts)['en']['new'];

function wrongWith(title: string, t: NewTexts): string | null {
  if (title.trim() === '') return t.needed;
  return title.trim().length > longest ? t.tooLong({ length: title.trim().length }) : null;
}
