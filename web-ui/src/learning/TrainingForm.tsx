import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { estimateTraining } from '../api/estimateTraining'
import { listDatasets } from '../api/listDatasets'
import { startTraining } from '../api/startTraining'
import type { Dataset } from '../api/types'
import { navigate } from '../app/router'
import { Dialog } from '../components/Dialog'
import { EmptyState } from '../components/EmptyState'
import { Field } from '../components/Field'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { MemoryNeed } from './MemoryNeed'
import { OptimizationFields } from './OptimizationFields'
import { TransferFields } from './TransferFields'
import { EMPTY_DRAFT, NETWORKS, toSpec, type TrainingDraft } from './trainingSpec'

export function TrainingForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n()
  const datasets = useQuery({ queryKey: ['datasets'], queryFn: listDatasets })
  return (
    <Dialog title={t('training.start')} onClose={onClose}>
      <QueryView query={datasets}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('datasets.empty')} hint={t('datasets.empty.hint')} />
          ) : (
            <Form datasets={items} onClose={onClose} />
          )
        }
      </QueryView>
    </Dialog>
  )
}

const NUMBERS = [
  { name: 'epochs', label: 'training.epochs', step: '1' },
  { name: 'batchSize', label: 'training.batchSize', step: '1' },
  { name: 'learningRate', label: 'training.learningRate', step: 'any' },
  { name: 'seed', label: 'training.seed', step: '1' },
  { name: 'folds', label: 'training.folds', step: '1' },
] as const

function Form({ datasets, onClose }: { readonly datasets: readonly Dataset[]; readonly onClose: () => void }) {
  const { t } = useI18n()
  const versions = datasets.flatMap((dataset) => dataset.versions.map((version) => ({ dataset, version })))
  const [draft, setDraft] = useState<TrainingDraft>({ ...EMPTY_DRAFT, datasetVersionId: versions[0]?.version.id ?? '' })
  const task = versions.find(({ version }) => version.id === draft.datasetVersionId)?.dataset.task ?? 'SEGMENTATION'
  const networks = NETWORKS[task]
  const network = networks.includes(draft.network) ? draft.network : (networks[0] ?? '')
  const start = useAction(startTraining, {
    refresh: ['training-runs'],
    done: t('training.started'),
    onSuccess: (run) => {
      onClose()
      if (run !== undefined) {
        navigate('training', run.id)
      }
    },
  })
  const asked = { datasetVersionId: draft.datasetVersionId, spec: toSpec(task, { ...draft, network }) }
  const begin = () => start.mutate({ modelName: draft.modelName.trim(), ...asked })
  const estimate = useAction(estimateTraining, {
    refresh: [],
    onSuccess: (found) => {
      if (found?.cause === undefined && found?.need?.refusal === undefined) {
        begin()
      }
    },
  })
  const known = JSON.stringify(estimate.variables) === JSON.stringify(asked) ? estimate.data : undefined
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (known === undefined) {
      estimate.mutate(asked)
    } else {
      begin()
    }
  }
  return (
    <form onSubmit={onSubmit}>
      <Field label={t('training.dataset')}>
        {(id) => (
          <select
            id={id}
            value={draft.datasetVersionId}
            onChange={(event) => setDraft({ ...draft, datasetVersionId: event.target.value })}
          >
            {versions.map(({ dataset, version }) => (
              <option key={version.id} value={version.id}>
                {`${dataset.name} v${version.version} · ${t(`task.${dataset.task}`)} · ${version.cases}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('training.model')} hint={t('training.model.hint')}>
        {(id, describedBy) => (
          <input
            id={id}
            aria-describedby={describedBy}
            required
            pattern="[a-z0-9][a-z0-9-]*"
            value={draft.modelName}
            onChange={(event) => setDraft({ ...draft, modelName: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('training.network')}>
        {(id) => (
          <select id={id} value={network} onChange={(event) => setDraft({ ...draft, network: event.target.value })}>
            {networks.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      <div className="field-row">
        {NUMBERS.map(({ name, label, step }) => (
          <Field key={name} label={t(label)}>
            {(id) => (
              <input
                id={id}
                type="number"
                min={0}
                step={step}
                placeholder={t('training.automatic')}
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <OptimizationFields task={task} draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
      <TransferFields draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
      {known !== undefined && <MemoryNeed estimate={known} />}
      {estimate.isPending && <p className="muted">{t('training.estimating')}</p>}
      <div className="dialog-actions">
        <button type="button" onClick={onClose}>
          {t('action.cancel')}
        </button>
        <button type="submit" className="primary" disabled={draft.modelName.trim() === '' || start.isPending || estimate.isPending || known?.cause !== undefined}>
          {t(known?.need?.refusal === undefined ? 'training.start' : 'training.startAnyway')}
        </button>
      </div>
    </form>
  )
}
