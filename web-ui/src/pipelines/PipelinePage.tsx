import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { activatePipelineVersion } from '../api/activatePipelineVersion'
import { createPipelineVersion } from '../api/createPipelineVersion'
import { getPipeline } from '../api/getPipeline'
import type { Pipeline } from '../api/types'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { DefinitionEditor } from './DefinitionEditor'
import { NEW_DEFINITION } from './newDefinition'

export function PipelinePage({ name }: { readonly name: string }) {
  const pipeline = useQuery({ queryKey: ['pipelines', name], queryFn: () => getPipeline(name) })
  return (
    <section className="page">
      <QueryView query={pipeline}>{(data) => <PipelineDetails pipeline={data} />}</QueryView>
    </section>
  )
}

function PipelineDetails({ pipeline }: { readonly pipeline: Pipeline }) {
  const { t, format } = useI18n()
  const versions = [...pipeline.versions].sort((a, b) => b.version - a.version)
  const active = versions.find((version) => version.version === pipeline.activeVersion) ?? versions[0]
  const [text, setText] = useState(active === undefined ? NEW_DEFINITION : JSON.stringify(active.definition, null, 2))
  const save = useAction((definition: unknown) => createPipelineVersion(pipeline.name, definition), {
    refresh: ['pipelines'],
    done: t('pipelines.saved'),
  })
  const activate = useAction((version: number) => activatePipelineVersion(pipeline.name, version), {
    refresh: ['pipelines'],
    done: t('pipelines.activated'),
  })
  return (
    <>
      <PageHeading title={pipeline.name} hint={t('pipelines.versionsHint')} />
      <div className="two-columns">
        <DefinitionEditor
          text={text}
          onChange={setText}
          action={t('pipelines.saveVersion')}
          isBusy={save.isPending}
          onSave={save.mutate}
        />
        <div>
          <h2>{t('pipelines.versions')}</h2>
          <ul className="card-list">
            {versions.map((version) => (
              <li key={version.version} className="card">
                <div>
                  <strong>{t('pipelines.version', { version: version.version })}</strong>{' '}
                  <span className="muted">
                    {version.createdBy} · {format.dateTime(version.createdAt)}
                  </span>
                </div>
                <div className="row">
                  <button type="button" onClick={() => setText(JSON.stringify(version.definition, null, 2))}>
                    {t('pipelines.load')}
                  </button>
                  {version.version === pipeline.activeVersion ? (
                    <span className="valid">{t('pipelines.active')}</span>
                  ) : (
                    <button
                      type="button"
                      className="primary"
                      disabled={activate.isPending}
                      onClick={() => activate.mutate(version.version)}
                    >
                      {t('pipelines.activate')}
                    </button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  )
}
