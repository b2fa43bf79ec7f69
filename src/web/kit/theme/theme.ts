import { type CSSVariablesResolver, createTheme, localStorageColorSchemeManager } from '@mantine/core';

/** The same key is read before the first paint by web/app/public/scheme.js. */
export const schemeManager = localStorageColorSchemeManager({ key: 'peil-scheme' });

const water = [
  '#eef6f6',
  '#dfecec',
  '#c0dcdd',
  '#a9dfe0',
  '#7fcacd',
  '#4f9ea3',
  '#2b7c84',
  '#146a75',
  '#0d5b66',
  '#08434c',
] as const;

/** Mantine carries behaviour and accessibility; how it looks is ours, from the tokens in tokens.css. */
export const theme = createTheme({
  primaryColor: 'water',
  primaryShade: { light: 8, dark: 4 },
  colors: { water },
  autoContrast: true,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  defaultRadius: 3,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusClassName: 'peil-focus',
  components: {
    Button: { defaultProps: { variant: 'default' } },
    Tooltip: { defaultProps: { withArrow: false, openDelay: 250, events: { hover: true, focus: true, touch: true } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    // Its placeholder for the first focus is a child that no menu may have (ARIA).
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
  },
});

/** Mantine's own variables, pointed at our tokens: one source of colour for both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--water)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-hover': 'var(--sunk)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--low)',
    '--mantine-primary-color-filled': 'var(--water)',
    '--mantine-primary-color-filled-hover': 'var(--water-deep)',
    '--mantine-primary-color-contrast': 'var(--on-water)',
  };
  return { variables: {}, light: both, dark: both };
};
