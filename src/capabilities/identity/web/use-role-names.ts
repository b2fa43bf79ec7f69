import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { identityTexts } from './texts.ts';

/** What a role in a problem is called. */
export const useRoleNames = () => useTexts(identityTexts).roles;
