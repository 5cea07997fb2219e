import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { listWorklist } from '../api/listWorklist'
import type { WorklistState } from '../api/types'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useKeys } from '../components/useKeys'
import { useI18n } from '../i18n/I18n'
import { StateFilter } from './StateFilter'
import { WorklistTable } from './WorklistTable'

export function WorklistPage() {
  const { t } = useI18n()
  const [state, setState] = useState<WorklistState>()
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const searchBox = useRef<HTMLInputElement>(null)
  const filter = { ...(state && { state }), ...(search !== '' && { search }) }
  const worklist = useQuery({
    queryKey: ['worklist', filter],
    queryFn: () => listWorklist(filter),
    placeholderData: (previous) => previous,
  })
  useKeys({ '/': () => searchBox.current?.focus() })
  return (
    <section className="page">
      <PageHeading title={t('worklist.title')} hint={t('worklist.hint')}>
        <label className="visually-hidden" htmlFor="search">
          {t('worklist.search')}
        </label>
        <input
          id="search"
          ref={searchBox}
          type="search"
          placeholder={`${t('worklist.search')}  ( / )`}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </PageHeading>
      <StateFilter selected={state} onSelect={setState} />
      <QueryView query={worklist}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState
              title={t(search === '' && state === undefined ? 'worklist.empty' : 'worklist.noMatch')}
              hint={t(search === '' && state === undefined ? 'worklist.empty.hint' : 'worklist.noMatch.hint')}
            />
          ) : (
            <>
              <WorklistTable items={items} />
              <p className="muted table-note">
                {t('worklist.count', { shown: items.length, total })} · {t('worklist.keys')}
              </p>
            </>
          )
        }
      </QueryView>
    </section>
  )
}
