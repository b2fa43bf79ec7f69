/**
 * A part that takes itself away while it has the focus (a row that is removed, a button that becomes a form, one that is
 * off while it saves) would leave the focus nowhere: who works by keyboard or hears the page would have to begin at its top.
 * Where nothing else took the focus, it goes to the heading of what the part stood in, or back where it was only off.
 */
export function keepFocus(): () => void {
  let last: HTMLElement | null = null;
  let around: HTMLElement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = ({ target }: FocusEvent) => {
    last = target instanceof HTMLElement ? target : null;
    around = last ? ancestorsOf(last) : [];
  };
  /** A person who clicks beside everything wants the focus nowhere; a moment later it shows whether it was that. */
  const forget = ({ target }: FocusEvent) =>
    void setTimeout(() => {
      if (target === last && isNowhere() && last?.isConnected && !isOff(last)) last = null;
    });
  const mend = () => {
    if (!last || !isNowhere() || (last.isConnected && isOff(last))) return;
    if (last.isConnected) last.focus({ preventScroll: true });
    else focusHeading(around.find((each) => each.isConnected));
  };
  const look = () => {
    if (!last || !isNowhere()) return;
    clearTimeout(timer);
    timer = setTimeout(mend, patience_ms);
  };

  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', forget);
  return () => {
    clearTimeout(timer);
    watcher.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', forget);
  };
}

/** Long enough for a form or a dialog to take the focus itself; too short for a next key to be lost. */
const patience_ms = 60;

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
const isOff = (element: HTMLElement): boolean => element.matches(':disabled');

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const parent = element.parentElement;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** The heading within the nearest part that has one, from the part outwards. */
function focusHeading(part: HTMLElement | null | undefined): void {
  if (!part) return;
  const heading = part.querySelector<HTMLElement>('h1, h2, h3, h4');
  if (!heading) return focusHeading(part.parentElement);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  // Who works by mouse did not lose sight of anything, and the page stays where it is for them.
  if (heading.matches(':focus-visible')) heading.scrollIntoView({ block: 'nearest' });
}
