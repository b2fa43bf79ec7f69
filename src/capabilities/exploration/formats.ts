import { perLocale } from '../../platform/text/per-locale.ts';

/** Numbers as the page writes them. */
export const formatsOf = perLocale((tag) => {
  const count = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const figure = new Intl.NumberFormat(tag, { maximumSignificantDigits: 4 });
  const times = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    count: (value: number) => count.format(value),
    figure: (value: number) => figure.format(value),
    times: (value: number) => times.format(value),
    /** Never 0 or 100 % unless it is. */
    share: (value: number) => {
      if (value > 0 && value < 0.0005) return `< ${percent.format(0.001)}`;
      return value < 1 && value >= 0.9995 ? `> ${percent.format(0.999)}` : percent.format(value);
    },
  };
});
