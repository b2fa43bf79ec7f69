import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { chooseLocale, chosenLocale, onLocaleChange } from '../../../web/kit/language/chosen-locale.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { type Me, updateMe } from '../contract.ts';

/**
 * Language and colour scheme of the account count in every browser; what is chosen on the page is kept in the account.
 * An account that says nothing (no language, the scheme of the device) leaves the browser's choice alone.
 */
export function useOwnChoices(me: Me | null): void {
  useOwnLocale(me);
  useOwnScheme(me);
}

function useOwnLocale(me: Me | null): void {
  const { mutate } = useAsk(updateMe);
  const locale = me?.locale ?? null;
  const keep = useEffectEvent(() => {
    const chosen = chosenLocale();
    if (me && me.locale !== chosen) mutate({ body: { locale: chosen } });
  });
  useEffect(() => {
    if (locale !== null) chooseLocale(locale);
  }, [locale]);
  useEffect(() => onLocaleChange(() => keep()), []);
}

function useOwnScheme(me: Me | null): void {
  const { mutate } = useAsk(updateMe);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const scheme = me?.scheme ?? 'auto';
  const keep = useEffectEvent((chosen: Me['scheme']) => {
    if (me && me.scheme !== chosen) mutate({ body: { scheme: chosen } });
  });
  useEffect(() => {
    if (scheme !== 'auto') setColorScheme(scheme);
  }, [scheme, setColorScheme]);
  useEffect(() => keep(colorScheme), [colorScheme]);
}
