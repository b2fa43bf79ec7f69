import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listTemplates } from '../contract.ts';
import { sayTemplate } from './say-template.ts';
import { variantTexts } from './variant-texts.ts';

interface TemplateChoiceProps {
  /** id of a template; empty: none */
  chosen: string;
  choose: (templateId: string) => void;
}

/** What a new problem begins with; where there is no template, nothing is asked. */
export function TemplateChoice({ chosen, choose }: TemplateChoiceProps) {
  const t = useTexts(variantTexts);
  const formats = useFormats();
  const { data } = useAnswer(listTemplates, {});
  const inUse = (data?.templates ?? []).filter(({ retiredAt }) => retiredAt === null);
  const template = inUse.find(({ id }) => id === chosen);
  if (inUse.length === 0) return null;
  return (
    <div className="stack stack--tight">
      <NativeSelect
        label={t.startFrom}
        maw={420}
        value={template?.id ?? ''}
        data={[{ value: '', label: t.fromNothing }, ...inUse.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {template ? (
          <p className="quiet">
            {template.description} {sayTemplate(template, { t, formats })}
          </p>
        ) : null}
      </div>
      <p className="small">
        <Link to="/settings/templates">{t.manage}</Link>
      </p>
    </div>
  );
}
