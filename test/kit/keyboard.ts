/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** More stops than any page of Peil has: whoever has not come there by then never will. */
const mostStops = 300;

/**
 * Works the page by keyboard alone: Tab from where the focus is, Enter, Space, arrows and letters. At every stop it
 * notes where the focus cannot be seen: no look of its own, out of view, or under something else (WCAG 2.4.7, 2.4.11);
 * and before it goes on, where the focus was lost by what was done last (2.4.3).
 */
export function keyboardOf(page: Page, complaints: string[]): Hand {
  const { keyboard } = page;
  // On a page that was just loaded the focus is nowhere yet.
  let done: string | null = null;
  page.on('domcontentloaded', () => (done = null));
  const reach = async (target: Locator) => {
    if (done !== null) await complainOfLostFocus(page, done, complaints);
    await tabTo(page, target, complaints);
    done = target.toString();
  };
  return {
    press: async (target) => {
      await reach(target);
      const isRadio = (await target.getAttribute('type')) === 'radio';
      await keyboard.press(isRadio ? 'Space' : 'Enter');
    },
    write: async (field, text) => {
      await reach(field);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(text);
    },
    writeDate: async (field, isoDate) => {
      await reach(field);
      await typeDate(field, isoDate, keyboard);
    },
    choose: async (list, label) => {
      await reach(list);
      const chosen = () => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? '');
      const options = await list.locator('option').count();
      await keyboard.press('Home');
      for (let at = 0; at < options && (await chosen()) !== label; at += 1) await keyboard.press('ArrowDown');
      if ((await chosen()) !== label) throw new Error(`The list has no “${label}” that the arrows come to.`);
    },
  };
}

/** While something is saved or fetched its button is off; what comes of that has to take the focus. */
async function complainOfLostFocus(page: Page, done: string, complaints: string[]): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    if (await page.evaluate(() => document.activeElement !== document.body)) return;
    await page.waitForTimeout(100);
  }
  complaints.push(`After ${done} the focus is nowhere.`);
}

/** Tab until the focus is there. Radios of one question are one stop: from there the arrows go on. */
async function tabTo(page: Page, target: Locator, complaints: string[]): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus()) return;
    const isSibling = await target.evaluate((element) => {
      const [one, other] = [element, document.activeElement];
      return (
        one instanceof HTMLInputElement &&
        other instanceof HTMLInputElement &&
        one.type === 'radio' &&
        other.name === one.name
      );
    });
    await page.keyboard.press(isSibling ? 'ArrowDown' : 'Tab');
    const unseen = await settledComplaint(page);
    if (unseen !== null && !complaints.includes(unseen)) complaints.push(unseen);
  }
  throw new Error(`Tab never comes to ${target.toString()}.`);
}

/** What moves with the focus (the page, the link to the content) is there a frame or two later. */
async function settledComplaint(page: Page): Promise<string | null> {
  const mostFrames = 20;
  let unseen = await page.evaluate(whyFocusIsUnseen);
  for (let frame = 0; unseen !== null && frame < mostFrames; frame += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    unseen = await page.evaluate(whyFocusIsUnseen);
  }
  return unseen;
}

/** Runs in the page: why a person could not see where the focus is, or null. */
function whyFocusIsUnseen(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const wordsOf = (element: Element): string =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60) || element.id;
  const name = `${focused.tagName.toLowerCase()} “${wordsOf(focused)}”`;
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(focused);
  const isOutlined = outlineStyle !== 'none' && outlineWidth !== '0px' && outlineColor !== 'rgba(0, 0, 0, 0)';
  const isMarked = isOutlined || boxShadow !== 'none';
  if (!isMarked) return `The focus on ${name} has no look of its own.`;
  // A radio of a segmented control has no size of its own: its label is what is seen, and what carries the look.
  const shownFor = (element: Element): Element => {
    const { width, height } = element.getBoundingClientRect();
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    return label && width * height === 0 ? label : element;
  };
  const seen = shownFor(focused);
  const points = [...seen.getClientRects()].flatMap(({ left, right, top, bottom }) => [
    { x: (left + right) / 2, y: (top + bottom) / 2 },
    { x: left + 3, y: top + 3 },
    { x: right - 3, y: bottom - 3 },
  ]);
  const isSeen = points.some(({ x, y }) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (seen.contains(there) || there.contains(seen));
  });
  if (isSeen) return null;
  const { left, top, right, bottom } = seen.getBoundingClientRect();
  const box = [left, top, right, bottom].map(Math.round).join(', ');
  const over = points.map(({ x, y }) => document.elementFromPoint(x, y)).find((there) => there !== null);
  const where = over
    ? `under ${over.tagName.toLowerCase()}.${over.className}`
    : `out of ${innerWidth} × ${innerHeight}`;
  return `The focus on ${name} at ${box} is ${where}.`;
}

/**
 * A date field takes its parts in the order of the browser's own language; people see which in the empty field, a program
 * tries. From any part the arrows go back to the first.
 */
async function typeDate(field: Locator, isoDate: string, keyboard: Page['keyboard']): Promise<void> {
  const [year, month, day] = isoDate.split('-');
  for (const order of [
    [month, day, year],
    [day, month, year],
    [year, month, day],
  ]) {
    for (const _part of order) await keyboard.press('ArrowLeft');
    await keyboard.type(order.join(''));
    if ((await field.inputValue()) === isoDate) return;
  }
  throw new Error(`The date field does not take ${isoDate} in any order.`);
}
