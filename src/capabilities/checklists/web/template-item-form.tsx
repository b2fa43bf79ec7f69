import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { identityTexts } from '../../identity/web/index.tsx';
import {
  type ChecklistGate,
  checklistGates,
  type ChecklistRole,
  checklistRoles,
  type TemplateItem,
} from '../contract.ts';
import { checklistTexts } from './checklist-texts.ts';
import { templateTexts } from './template-texts.ts';

type Body = Omit<TemplateItem, 'key' | 'isRetired'>;
const languages = ['en', 'nl'] as const;

export const emptyTemplateItem: Body = {
  role: 'sme',
  gate: 'g1',
  title: { en: '', nl: '' },
  help: { en: '', nl: '' },
  source: '',
};

interface TemplateItemFormProps {
  start: Body;
  /** id of the button that opens it */
  opener: string;
  /** of the item that is changed; none for a new one */
  version?: number;
  save: (body: Body, version: number) => Promise<unknown>;
  close: () => void;
}

/** One item of the draft, both languages side by side. */
export function TemplateItemForm({ start, opener, version, save, close }: TemplateItemFormProps) {
  const t = useTexts(templateTexts);
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const { role, gate, title, help, source } = start;
  const [draft, setDraft] = useState<Body>({ role, gate, title, help, source });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<Body>) => setDraft({ ...draft, ...part });
  const { keep, isSaving } = useKeeping<Body>({
    version,
    save,
    close,
    sayTheirs: (theirs) => Object.values((theirs as Body).title).join(' / '),
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.title.en.trim() || draft.title.nl.trim()) void keep(draft);
    else setProblems([{ field: `${id}-en`, message: t.needed }]);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <div className="both-languages">
        {languages.map((language) => (
          <div key={language} className="stack" lang={language}>
            <TextInput
              id={`${id}-${language}`}
              label={t.titleIn[language]}
              maxLength={300}
              value={draft.title[language]}
              {...(language === 'en' ? { ref: first } : {})}
              onChange={(event) => put({ title: { ...draft.title, [language]: event.currentTarget.value } })}
            />
            <Textarea
              label={t.helpIn[language]}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={1000}
              value={draft.help[language]}
              onChange={(event) => put({ help: { ...draft.help, [language]: event.currentTarget.value } })}
            />
          </div>
        ))}
      </div>
      <Placed {...{ draft, put }} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

/** Whose it is, before which gate, and where it comes from. */
function Placed({ draft, put }: { draft: Body; put: (part: Partial<Body>) => void }) {
  const t = useTexts(templateTexts);
  const { roles } = useTexts(identityTexts);
  const { gates } = useTexts(checklistTexts);
  return (
    <div className="row row--fields">
      <NativeSelect
        label={t.role}
        value={draft.role}
        data={checklistRoles.map((value) => ({ value, label: roles[value] }))}
        onChange={(event) => put({ role: event.currentTarget.value as ChecklistRole })}
      />
      <NativeSelect
        label={t.gate}
        value={draft.gate}
        data={checklistGates.map((value) => ({ value, label: gates[value] }))}
        onChange={(event) => put({ gate: event.currentTarget.value as ChecklistGate })}
      />
      <TextInput
        label={t.source}
        maxLength={100}
        value={draft.source}
        onChange={(event) => put({ source: event.currentTarget.value })}
      />
    </div>
  );
}
