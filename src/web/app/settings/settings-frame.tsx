import './settings.css';
import { Link, Outlet } from '@tanstack/react-router';
import { useMe } from '../../../capabilities/identity/web/index.tsx';
import { useTexts } from '../../kit/language/use-texts.ts';
import { useSettingsPlaces } from './settings-places.ts';
import { settingsTexts } from './settings-texts.ts';

/** Around every page of the settings: the others beside it, or the way back to them where there is no room. */
export function SettingsFrame() {
  const t = useTexts(settingsTexts);
  const groups = useSettingsPlaces();
  if (useMe() === null) return <Outlet />;
  return (
    <div className="settings">
      <p className="settings__back not-printed">
        <Link to="/settings">{t.title}</Link>
      </p>
      <nav className="settings__nav not-printed" aria-label={t.navigation}>
        {groups.map(({ group, places }) => (
          <section key={group}>
            <p className="overline" id={`nav-${group}`}>
              {t.groups[group]}
            </p>
            <ul className="plain-list" aria-labelledby={`nav-${group}`}>
              {places.map(({ name, to }) => (
                <li key={name}>
                  <Link to={to} className="settings__link">
                    {t[name].name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className="settings__page">
        <Outlet />
      </div>
    </div>
  );
}
