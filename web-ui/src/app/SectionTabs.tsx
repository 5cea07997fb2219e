import { useI18n } from '../i18n/I18n'
import { href, useRoute } from './router'
import { parentPage, visibleSections } from './sections'
import { useMe } from './Session'

/** The pages of the open section, where there is more than one. */
export function SectionTabs() {
  const { t } = useI18n()
  const me = useMe()
  const open = parentPage(useRoute()[0] ?? '')
  const section = visibleSections(me.roles).find((candidate) => candidate.pages.some((page) => page.path === open))
  if (section === undefined || section.pages.length < 2) {
    return null
  }
  return (
    <nav className="tabs" aria-label={t(section.label)}>
      {section.pages.map((page) => (
        <a key={page.path} href={href(page.path)} aria-current={page.path === open ? 'page' : undefined}>
          {t(page.label)}
        </a>
      ))}
    </nav>
  )
}
