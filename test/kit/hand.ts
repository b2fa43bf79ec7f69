import type { Locator, Page } from 'playwright-core';

/** How somebody works the page: the journeys are walked by mouse and by keyboard alike. */
export interface Hand {
  /** a button, a link, a radio, an item of a menu */
  press: (target: Locator) => Promise<void>;
  /** what stands in the field is replaced */
  write: (field: Locator, text: string) => Promise<void>;
  writeDate: (field: Locator, isoDate: string) => Promise<void>;
  /** one of a list that drops down */
  choose: (list: Locator, label: string) => Promise<void>;
}

/** Points, clicks and types where the click put the cursor. */
export function mouseOf(page: Page): Hand {
  return {
    press: (target) => target.click(),
    write: async (field, text) => {
      await field.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    writeDate: (field, isoDate) => field.fill(isoDate),
    choose: async (list, label) => void (await list.selectOption({ label })),
  };
}
