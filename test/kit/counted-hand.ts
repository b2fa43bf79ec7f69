/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** What a path asked of a person so far. */
export interface Count {
  /** clicks, and keys that stand for one: Enter on a button, an option of a list; Tab is free */
  clicks: number;
  characters: number;
  words: number;
}

/** A careful reader of prose (Brysbaert, 2019), and somebody who types with ease. */
const wordsPerMinute = 238;
const charactersPerMinute = 200;

export const minutesOf = ({ words, characters }: Count): number =>
  words / wordsPerMinute + characters / charactersPerMinute;

export interface CountedHand extends Hand {
  count: Count;
}

/**
 * Works the page and counts what that takes. Before every act, all that is in sight in the main part of the page is read,
 * whether it must be or not: labels, hints, figures on charts, what the other stations of the thread say of themselves. A
 * text that was read before is not read again, nor is one's own where it is shown again. Fields are come to by Tab.
 */
export function countedHandOf(page: Page): CountedHand {
  const count: Count = { clicks: 0, characters: 0, words: 0 };
  const known = new Set<string>();
  const learn = (texts: readonly string[]) => {
    for (const text of texts.filter((each) => !known.has(each))) {
      known.add(text);
      count.words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
  };
  const read = async () => learn(await page.evaluate(textsInSight));
  const press = async (act: () => Promise<unknown>) => {
    // The path begins with a press: what led there is not of it.
    if (count.clicks > 0) await read();
    count.clicks += 1;
    await act();
  };
  const type = async (field: Locator, text: string, act: () => Promise<unknown>) => {
    await read();
    known.add(text);
    await field.focus();
    count.characters += text.length;
    await act();
  };
  return {
    count,
    press: (target) => press(() => target.click()),
    write: (field, text) =>
      type(field, text, async () => {
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.insertText(text);
      }),
    writeDate: (field, isoDate) => type(field, isoDate, () => field.fill(isoDate)),
    choose: (list, label) =>
      press(async () => {
        learn(await list.locator('option').allTextContents());
        await list.selectOption({ label });
      }),
  };
}

/**
 * Runs in the page: every text in its main part that takes up room. Left out are closed parts, words for screen readers,
 * and what is in a field: that is typed.
 */
function textsInSight(): string[] {
  const main = document.querySelector('main');
  if (!main) throw new Error('The page has no main part.');
  const isInSight = (holder: Element | null): boolean => {
    if (!holder || holder.tagName === 'TEXTAREA') return false;
    const { width, height } = holder.getBoundingClientRect();
    return width > 1 && height > 1 && holder.checkVisibility({ visibilityProperty: true });
  };
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (isInSight(node.parentElement)) texts.push((node.textContent ?? '').replace(/\s+/g, ' ').trim());
  return texts.filter((text) => text !== '');
}
