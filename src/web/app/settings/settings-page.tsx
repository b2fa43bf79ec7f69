import './settings.css';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../kit/language/use-texts.ts';
import { Page } from '../../kit/layout/page.tsx';
import { useSettingsPlaces } from './settings-places.ts';
import { settingsTexts } from './settings-texts.ts';

/** Where everything is set: each place with a sentence on what it is for. */
export function SettingsPage() {
  const t = useTexts(settingsTexts);
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      {useSettingsPlaces().map(({ group, places }) => (
        <section key={group} className="stack" aria-labelledby={`settings-${group}`}>
          <h2 id={`settings-${group}`}>{t.groups[group]}</h2>
          <ul className="plain-list">
            {places.map(({ name, to }) => (
              <li key={name} className="listing">
                <Link to={to} className="settings__place">
                  {t[name].name}
                </Link>
                <p className="small quiet">{t[name].about}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
