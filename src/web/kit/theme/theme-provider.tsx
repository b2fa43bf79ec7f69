import '@mantine/core/styles.layer.css';
import './tokens.css';
import './base.css';
import './parts.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables, schemeManager, theme } from './theme.ts';

/** The server puts a fresh nonce in this element; the browser hides the attribute, the property can be read. */
const styleNonce = () => document.querySelector<HTMLStyleElement>('#peil-style-nonce')?.nonce ?? '';

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
