import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { commentParts } from './comment-parts.ts';
import { conversationTexts } from './texts.ts';

/** What somebody wrote, as they wrote it: React escapes the text, and links go to the web only. */
export function CommentText({ text }: { text: string }) {
  const t = useTexts(conversationTexts);
  const names = usePeopleNames();
  return (
    <p className="prose comment__text">
      {commentParts(text).map((part, index) => {
        // Parts of one text never move.
        const key = `${index} ${part.kind}`;
        if (part.kind === 'text') return <span key={key}>{part.text}</span>;
        if (part.kind === 'mention')
          return (
            <span key={key} className="comment__mention">
              @{names.get(part.userId) ?? t.somebody}
            </span>
          );
        return (
          <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.href}
          </a>
        );
      })}
    </p>
  );
}
