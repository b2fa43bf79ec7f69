import '@mantine/core/styles.layer.css';
import './tokens.css';
import './base.css';
import './parts.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables, schemeManager, theme } from './theme.ts';

/** The server puts a fresh nonce in this element; the browser hides the attribute, the property can be read. */
const styleNonce = () => document.querySelector<HTMLStyleElement>('#peil-style-nonce')?.nonce ?? '';

// A dialog keeps what is behind it from scrolling with a style element of its own; this is where it looks for the nonce.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  );
}
