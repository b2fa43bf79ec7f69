import type { Locale } from '../platform/text/locale.ts';
import type { OptionSpec } from './command-spec.ts';
import { cliTexts } from './texts.ts';

/** What help and the guide say of an option. */
export function optionHelp(option: OptionSpec, locale: Locale): string {
  const texts = cliTexts[locale];
  const notes = [
    option.required ? texts.required : '',
    option.choices ? option.choices.join(' | ') : '',
    option.fallback === undefined ? '' : texts.fallback({ fallback: option.fallback }),
    option.variable === undefined ? '' : texts.variable({ variable: option.variable }),
  ].filter((note) => note !== '');
  return notes.length === 0 ? option.help[locale] : `${option.help[locale]} (${notes.join('; ')})`;
}
