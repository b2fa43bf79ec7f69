import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, toHtml } from './one-page-html.ts';
import { escapeLine, toMarkdown } from './one-page-markdown.ts';

const nasty = fc.string({
  unit: fc.constantFrom(
    ...'<>&"\'\\`*_{}[]()#+-=.!|~$^:/@ \t\n\r1w'.split(''),
    'a',
    'é',
    '<script>',
    'www.',
    'http://',
    '---',
  ),
  maxLength: 60,
});

test('PF10 in HTML what people wrote is text: no tag, no entity, no attribute comes of it', () => {
  const empty = toHtml([{ kind: 'words', text: '' }], { language: 'en', title: '' });
  const tags = (html: string) => html.match(/<[^>]*>/g);
  fc.assert(
    fc.property(nasty, (text) => {
      const html = toHtml([{ kind: 'words', text }], { language: 'en', title: text });
      expect(tags(html)).toEqual(tags(empty));
      const back = escapeHtml(text)
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
      expect(back).toBe(text);
    }),
  );
});

test('PF10 in Markdown what people wrote is text: every sign that means something is escaped', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const line = escapeLine(text);
      const unescaped = line.replaceAll(/\\[\p{P}\p{S}]/gu, '?');
      expect(unescaped).not.toMatch(/[\\`*_{}[\]<>#|~&$^@!\r\n]|:\/\/|www\./i);
      expect(line).not.toMatch(/^(\s|[-+=:]|\d+[.)])/);
      expect(line.replaceAll(/\\([\p{P}\p{S}])/gu, '$1')).toBe(text.trim().replaceAll(/\s*[\r\n]\s*/g, ' '));
    }),
  );
});

test('PF10 in Markdown a text over several lines stays within its quotation', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const lines = toMarkdown([{ kind: 'words', text }])
        .trimEnd()
        .split('\n');
      for (const line of lines) expect(line).toMatch(/^>( |$)/);
    }),
  );
});

test('PF10 in Markdown a cell stays within its table', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const table = toMarkdown([{ kind: 'table', head: ['a', 'b'], rows: [[text, text]] }]).trimEnd();
      expect(table.split('\n')).toHaveLength(3);
      expect(
        table
          .split('\n')[2]
          ?.replaceAll(/\\\\|\\\|/g, '')
          .match(/\|/g),
      ).toHaveLength(3);
    }),
  );
});
