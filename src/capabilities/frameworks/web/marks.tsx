import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type EntryMark, frameworkNames } from '../contract.ts';

const grave: readonly EntryMark[] = ['retired', 'ended'];

/** What the reader must know of an entry: in words, and in shape where it is grave. */
export function Marks({ marks }: { marks: readonly EntryMark[] }) {
  const names = useTexts(frameworkNames).marks;
  if (marks.length === 0) return null;
  return (
    <ul className="marks plain-list">
      {marks.map((mark) => (
        <li key={mark} className={`mark mark--${grave.includes(mark) ? 'grave' : mark}`}>
          {names[mark]}
        </li>
      ))}
    </ul>
  );
}
