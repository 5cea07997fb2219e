import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createPipeline } from '../api/createPipeline'
import { listPipelines } from '../api/listPipelines'
import { href } from '../app/router'
import { EmptyState } from '../components/EmptyState'
import { Field } from '../components/Field'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { DefinitionEditor } from './DefinitionEditor'
import { NEW_DEFINITION } from './newDefinition'

export function PipelinesPage() {
  const { t } = useI18n()
  const [isCreating, setCreating] = useState(false)
  const pipelines = useQuery({ queryKey: ['pipelines'], queryFn: listPipelines })
  return (
    <section className="page">
      <PageHeading title={t('pipelines.title')} hint={t('pipelines.hint')}>
        <button type="button" className="primary" onClick={() => setCreating((before) => !before)}>
          {t('pipelines.create')}
        </button>
      </PageHeading>
      {isCreating && <NewPipeline onDone={() => setCreating(false)} />}
      <QueryView query={pipelines}>
        {({ items }) =>
          items.length === 0 && !isCreating ? (
            <EmptyState title={t('pipelines.empty')} hint={t('pipelines.empty.hint')} />
          ) : (
            <ul className="card-list">
              {items.map((pipeline) => (
                <li key={pipeline.name} className="card">
                  <a href={href('pipelines', pipeline.name)}>{pipeline.name}</a>
                  <span className={pipeline.activeVersion === undefined ? 'muted' : 'valid'}>
                    {pipeline.activeVersion === undefined
                      ? t('pipelines.inactive')
                      : t('pipelines.activeVersion', { version: pipeline.activeVersion })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}

function NewPipeline({ onDone }: { readonly onDone: () => void }) {
  const { t } = useI18n()
  const [name, setName] = useState('')
  const [text, setText] = useState(NEW_DEFINITION)
  const create = useAction((definition: unknown) => createPipeline(name.trim(), definition), {
    refresh: ['pipelines'],
    done: t('pipelines.created'),
    onSuccess: onDone,
  })
  return (
    <div className="card form">
      <Field label={t('column.name')}>
        {(id) => <input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <DefinitionEditor
        text={text}
        onChange={setText}
        action={t('pipelines.create')}
        isBusy={create.isPending || name.trim() === ''}
        onSave={create.mutate}
      />
    </div>
  )
}
