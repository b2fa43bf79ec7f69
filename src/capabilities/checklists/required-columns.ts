import type { TemplateItem } from './template-contract.ts';

/** What is required, as it is stored in the draft and in the checklist of a problem. */
export function requiredColumns({ role, gate, title, help, source }: Omit<TemplateItem, 'key' | 'isRetired'>) {
  return { role, gate, title_en: title.en, title_nl: title.nl, help_en: help.en, help_nl: help.nl, source };
}
