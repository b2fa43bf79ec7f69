import { expect, test } from 'vitest';
import { browserName } from './browser-name.ts';

test('PF2 a session is recognised by its browser and system', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  expect(browserName(`${mac} Version/17.5 Safari/605.1.15`)).toEqual({ browser: 'Safari', system: 'macOS' });
  expect(browserName(`${mac} Chrome/140.0 Safari/537.36 Edg/140.0`)).toEqual({ browser: 'Edge', system: 'macOS' });
  expect(browserName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36')).toEqual({
    browser: 'Chrome',
    system: 'Linux',
  });
  expect(browserName('Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0')).toEqual({
    browser: 'Firefox',
    system: 'Android',
  });
});

test('PF2 a program that tells little of itself is no known browser', () => {
  expect(browserName('curl/8.9')).toBeNull();
  expect(browserName('')).toBeNull();
});
