/** The browser and system in a User-Agent, as people call them; null where it says nothing known. */
export function browserName(userAgent: string): { browser: string; system: string } | null {
  const browser = firstOf(browsers, userAgent);
  const system = firstOf(systems, userAgent);
  return browser && system ? { browser, system } : null;
}

type Known = readonly (readonly [pattern: RegExp, name: string])[];

// In this order: each of the later ones also stands in the text of an earlier one.
const browsers: Known = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|HeadlessChrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: Known = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const firstOf = (known: Known, text: string): string | undefined => known.find(([pattern]) => pattern.test(text))?.[1];
