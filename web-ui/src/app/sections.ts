import type { Role } from '../api/types'
import type { MessageKey } from '../i18n/english'

export interface PageLink {
  readonly path: string
  readonly label: MessageKey
  readonly roles: readonly Role[]
}

export interface Section {
  readonly label: MessageKey
  readonly pages: readonly PageLink[]
}

/** Every page with the roles that the API lets read it. */
export const SECTIONS: readonly Section[] = [
  { label: 'nav.reading', pages: [{ path: 'worklist', label: 'nav.worklist', roles: ['radiologist', 'admin'] }] },
  {
    label: 'nav.pipelines',
    pages: [
      { path: 'runs', label: 'nav.runs', roles: ['admin', 'integrator', 'radiologist'] },
      { path: 'pipelines', label: 'nav.definitions', roles: ['admin'] },
      { path: 'sources', label: 'nav.sources', roles: ['admin', 'integrator'] },
      { path: 'destinations', label: 'nav.destinations', roles: ['admin', 'integrator'] },
      { path: 'quarantine', label: 'nav.quarantine', roles: ['admin', 'integrator'] },
      { path: 'pixel-doubts', label: 'nav.pixelDoubts', roles: ['admin'] },
      { path: 'profiles', label: 'nav.profiles', roles: ['admin'] },
      { path: 'crosswalk', label: 'nav.crosswalk', roles: ['admin'] },
    ],
  },
  {
    label: 'nav.learning',
    pages: [
      { path: 'datasets', label: 'nav.datasets', roles: ['data-scientist', 'admin'] },
      { path: 'training', label: 'nav.training', roles: ['data-scientist', 'admin'] },
      { path: 'models', label: 'nav.models', roles: ['data-scientist', 'admin', 'radiologist'] },
      { path: 'promotions', label: 'nav.promotions', roles: ['data-scientist', 'admin'] },
    ],
  },
  { label: 'nav.audit', pages: [{ path: 'audit', label: 'nav.auditTrail', roles: ['auditor', 'admin'] }] },
  { label: 'nav.system', pages: [{ path: 'system', label: 'nav.status', roles: ['admin', 'integrator'] }] },
]

export function mayOpen(roles: readonly Role[], page: PageLink): boolean {
  return page.roles.some((role) => roles.includes(role))
}

/** The sections with the pages that these roles may open; sections without any are left out. */
export function visibleSections(roles: readonly Role[]): Section[] {
  return SECTIONS.map((section) => ({ ...section, pages: section.pages.filter((page) => mayOpen(roles, page)) })).filter(
    (section) => section.pages.length > 0,
  )
}

/** Pages that open from another: a study opens from the worklist. */
const PARENTS: Readonly<Record<string, string>> = {
  studies: 'worklist',
  'dataset-versions': 'datasets',
  deidentification: 'runs',
  'deidentification-records': 'runs',
}

export function parentPage(path: string): string {
  return PARENTS[path] ?? path
}
