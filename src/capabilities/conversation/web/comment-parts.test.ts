import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentParts } from './comment-parts.ts';
import { mentionTyped, offered, toStored, toWritten, withMention } from './mention-text.ts';

test('SM3 a comment is text, links and mentions, and nothing in it is lost', () => {
  expect(commentParts('Ask @[u1], see https://a.example/x?y=1. Or (http://b.example).')).toEqual([
    { kind: 'text', text: 'Ask ' },
    { kind: 'mention', userId: 'u1' },
    { kind: 'text', text: ', see ' },
    { kind: 'link', href: 'https://a.example/x?y=1' },
    { kind: 'text', text: '. Or (' },
    { kind: 'link', href: 'http://b.example/' },
    { kind: 'text', text: ').' },
  ]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>',
  'https://bank.example@evil.example/',
  'ftp://a.example/',
  'https://',
  '<a href="x">',
])('SM3 %s is no link', (text) => {
  expect(commentParts(text).some(({ kind }) => kind === 'link')).toBe(false);
});

test('SM3 whatever is written, links go to the web only', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      for (const part of commentParts(`https://${text} http:${text} ${text}`))
        if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\//);
    }),
    { seed: 4, numRuns: 500 },
  );
});

test('SM3 mentions are names while they are written and ids when they are kept, there and back', () => {
  const names = new Map([
    ['u1', 'Eva'],
    ['u2', 'Eva Jansen'],
    ['u3', 'Eva'],
  ]);
  const kept = '@[u2] and @[u1], not @[u3]; @[u9] is unknown, e@va.example is not one.';
  const { text, mentions } = toWritten(kept, names);
  expect(text).toBe('@Eva Jansen and @Eva, not @Eva (2); @[u9] is unknown, e@va.example is not one.');
  expect(toStored(text, mentions)).toBe(kept);
  expect(toStored('@Evangeline', mentions)).toBe('@Evangeline');
  expect(withMention({}, { id: 'a', name: 'A.*' }).mentions).toEqual({ 'A.*': 'a' });
  expect(toStored('@A.* and @Axx', { 'A.*': 'a' })).toBe('@[a] and @Axx');
});

test('SM3 people are offered while a name is typed behind @', () => {
  expect(mentionTyped('Hi @Ev', 6)).toBe('Ev');
  expect(mentionTyped('Hi @', 4)).toBe('');
  expect(mentionTyped('mail@example', 12)).toBeNull();
  expect(mentionTyped('Hi @Ev there', 6)).toBe('Ev');
  const people = [{ name: 'Jan Eversen' }, { name: 'Eva Smit' }, { name: 'Bo' }];
  expect(offered(people, 'ev')).toEqual([{ name: 'Eva Smit' }, { name: 'Jan Eversen' }]);
});
