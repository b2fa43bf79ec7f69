import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { policyTexts } from './policy-texts.ts';

/** What came with Peil is named in the reader's language; what people named themselves stays so. */
export function useNameOfPolicy(): (name: string) => string {
  const { names } = useTexts(policyTexts);
  return (name) => (name in names ? names[name as keyof typeof names] : name);
}
