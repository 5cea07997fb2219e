import { useQuery } from '@tanstack/react-query'
import { listWorklist } from '../api/listWorklist'
import { href } from '../app/router'
import { EmptyState } from '../components/EmptyState'
import { QueryView } from '../components/QueryView'
import { useI18n } from '../i18n/I18n'
import { ViewerWorkspace } from './ViewerWorkspace'

export function ViewerPage({ studyId }: { readonly studyId: string }) {
  const { t } = useI18n()
  const worklist = useQuery({ queryKey: ['worklist', {}], queryFn: () => listWorklist({}) })
  return (
    <QueryView query={worklist}>
      {({ items }) => {
        const study = items.find((item) => item.studyId === studyId)
        return study === undefined ? (
          <EmptyState title={t('viewer.noStudy')} hint={t('viewer.noStudy.hint')}>
            <a href={href('worklist')}>{t('nav.worklist')}</a>
          </EmptyState>
        ) : (
          <ViewerWorkspace study={study} worklist={items} />
        )
      }}
    </QueryView>
  )
}
