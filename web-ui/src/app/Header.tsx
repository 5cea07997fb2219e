import { goToLogout } from '../api/login'
import { LANGUAGES, useI18n, type Language } from '../i18n/I18n'
import { LiveIndicator } from './LiveIndicator'
import { href, useRoute } from './router'
import { parentPage, visibleSections } from './sections'
import { useMe } from './Session'
import type { Liveness } from './useLiveEvents'

export function Header({ liveness }: { readonly liveness: Liveness }) {
  const { t, language, setLanguage } = useI18n()
  const me = useMe()
  const open = parentPage(useRoute()[0] ?? '')
  const sections = visibleSections(me.roles)
  const current = sections.find((section) => section.pages.some((page) => page.path === open))
  return (
    <header className="header">
      <a className="brand" href={href()} aria-label="Roentgen">
        <img src="/roentgen.svg" alt="" width="24" height="24" />
        <span>Roentgen</span>
      </a>
      <nav aria-label={t('nav.label')} className="sections">
        {sections.map((section) => (
          <a
            key={section.label}
            href={href(section.pages[0]?.path ?? '')}
            aria-current={section === current ? 'page' : undefined}
          >
            {t(section.label)}
          </a>
        ))}
      </nav>
      <div className="header-end">
        <LiveIndicator liveness={liveness} />
        <label className="visually-hidden" htmlFor="language">
          {t('header.language')}
        </label>
        <select
          id="language"
          className="quiet"
          value={language}
          onChange={(event) => setLanguage(event.target.value as Language)}
        >
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <div className="user">
          <span className="user-name">{me.name || me.username}</span>
          <span className="user-roles">{me.roles.map((role) => t(`role.${role}`)).join(' · ')}</span>
        </div>
        <button type="button" className="quiet" onClick={goToLogout}>
          {t('header.logout')}
        </button>
      </div>
    </header>
  )
}
