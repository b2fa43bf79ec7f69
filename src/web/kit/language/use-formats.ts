import { type Formats, formatsFor } from './formats.ts';
import { useLocale } from './use-texts.ts';

export const useFormats = (): Formats => formatsFor(useLocale());
