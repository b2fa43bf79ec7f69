export type CommentPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; href: string }
  | { kind: 'mention'; userId: string };

const special = /@\[([^\]\s]{1,64})\]|https?:\/\/[^\s<>"']+/g;
/** What ends a sentence ends no address. */
const trailing = /[.,;:!?)\]}]+$/;

/** A comment as what it shows: plain text, mentions, and links; only to addresses of the web, never to a script. */
export function commentParts(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let at = 0;
  const push = (to: number) => {
    if (to > at) parts.push({ kind: 'text', text: text.slice(at, to) });
  };
  for (const match of text.matchAll(special)) {
    const [whole, userId] = match;
    const found =
      userId === undefined ? linkIn(whole) : { part: { kind: 'mention' as const, userId }, length: whole.length };
    if (!found) continue;
    push(match.index);
    parts.push(found.part);
    at = match.index + found.length;
  }
  push(text.length);
  return parts;
}

function linkIn(whole: string): { part: CommentPart; length: number } | null {
  const text = whole.replace(trailing, '');
  if (!URL.canParse(text)) return null;
  const { href, protocol, username } = new URL(text);
  // `https://bank.example@elsewhere.example/` looks like one place and goes to another.
  if (!['http:', 'https:'].includes(protocol) || username !== '') return null;
  return { part: { kind: 'link', href }, length: text.length };
}
