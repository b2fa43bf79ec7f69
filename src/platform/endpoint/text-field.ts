import { z } from 'zod';
import { inBoth } from './field-words.ts';

interface TextLimits {
  /** in UTF-16 units, as JavaScript and JSON Schema count */
  max: number;
  /** 1 for a text that may not be empty */
  min?: 0 | 1;
}

/** PostgreSQL cannot keep a NUL, and half of a surrogate pair is no character: neither survives in both databases. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

const unstorable = inBoth(
  'This text holds a NUL character or half of a character (a lone surrogate), which cannot be stored. Take it out and send it again',
  'In deze tekst staat een NUL-teken of een half teken (een losse surrogaat), dat niet bewaard kan worden. Haal het eruit en stuur de tekst opnieuw',
);

/** Fields of the same limits are one: a schema takes memory for as long as Peil runs, and contracts hold hundreds of them. */
function once<Given extends unknown[]>(
  make: (...given: Given) => z.ZodType<string, string>,
): (...given: Given) => z.ZodType<string, string> {
  const made = new Map<string, z.ZodType<string, string>>();
  return (...given) => {
    const key = JSON.stringify(given);
    const field = made.get(key) ?? make(...given);
    made.set(key, field);
    return field;
  };
}

function limited({ max, min = 0 }: TextLimits, trimmed: boolean): z.ZodType<string, string> {
  const text = trimmed ? z.string().trim() : z.string();
  return text
    .min(min, { error: inBoth('This may not be empty', 'Dit mag niet leeg zijn') })
    .max(max, {
      error: (issue) => {
        const { length } = issue.input as string;
        return inBoth(
          `This text is ${length} characters long; at most ${max} fit. Shorten it`,
          `Deze tekst is ${length} tekens lang; er passen er hoogstens ${max}. Maak hem korter`,
        )();
      },
    })
    .refine(isStorableText, { error: unstorable });
}

/** Free text as people write it, over several lines, kept exactly as sent. */
export const textField = once((limits: TextLimits) => limited(limits, false));

/** The id of something, as part of an address or a body: never longer, never anything that a database cannot look for. */
export const idField: z.ZodType<string, string> = textField({ max: 64, min: 1 });

/** One line, such as a title or a name: no line breaks, no space around it, and nothing that steers a terminal. */
export const lineField = once((limits: TextLimits) =>
  limited(limits, true)
    .refine((text) => !/[\n\r\u2028\u2029]/.test(text), {
      error: inBoth('This is one line: take the line breaks out', 'Dit is één regel: haal de regelovergangen eruit'),
    })
    .refine((text) => !/(?![\0\n\r\t])\p{Cc}/u.test(text), {
      error: inBoth(
        'This holds a control character, which nobody sees: take it out',
        'Hierin staat een stuurteken, dat niemand ziet: haal het eruit',
      ),
    }),
);
