import { useEffect, useRef, useState } from 'react'
import type { WorklistItem } from '../api/types'
import { navigate } from '../app/router'
import { useKeys } from '../components/useKeys'
import { useI18n } from '../i18n/I18n'
import { moveSelection } from './moveSelection'
import { WorklistRow } from './WorklistRow'

export function WorklistTable({ items }: { readonly items: readonly WorklistItem[] }) {
  const { t } = useI18n()
  const [selectedId, setSelectedId] = useState<string>()
  const body = useRef<HTMLTableSectionElement>(null)
  const ids = items.map((item) => item.studyId)
  const open = (studyId: string) => navigate('studies', studyId)
  const move = (by: number) => setSelectedId((before) => moveSelection(ids, before, by))
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => selectedId !== undefined && open(selectedId),
  })
  useEffect(() => {
    const row = body.current?.querySelector('[aria-selected="true"]')
    row?.querySelector('a')?.focus({ preventScroll: true })
    row?.scrollIntoView?.({ block: 'nearest' })
  }, [selectedId])
  return (
    <div className="table-frame">
      <table className="worklist">
        <thead>
          <tr>
            <th scope="col">{t('worklist.state')}</th>
            <th scope="col">{t('worklist.patient')}</th>
            <th scope="col">{t('worklist.study')}</th>
            <th scope="col">{t('worklist.modality')}</th>
            <th scope="col">{t('worklist.studyDate')}</th>
            <th scope="col">{t('worklist.accession')}</th>
            <th scope="col" className="numeric">
              {t('worklist.images')}
            </th>
            <th scope="col">{t('worklist.received')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {items.map((item) => (
            <WorklistRow
              key={item.studyId}
              item={item}
              isSelected={item.studyId === selectedId}
              onSelect={() => setSelectedId(item.studyId)}
              onOpen={() => open(item.studyId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
