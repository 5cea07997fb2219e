import { useState, type FormEvent } from 'react'
import { exportModelVersion, type ModelTail } from '../api/exportModelVersion'
import { Field } from '../components/Field'
import { saveFile } from '../components/saveFile'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

const TAILS: readonly ModelTail[] = ['probabilities', 'labels']

/** The package in a form for other systems, whose graph does more of the way itself. */
export function ExportPanel({ versionId, name }: { readonly versionId: string; readonly name: string }) {
  const { t } = useI18n()
  const [tail, setTail] = useState<ModelTail>('probabilities')
  const [normalisation, setNormalisation] = useState(false)
  const save = useAction(() => exportModelVersion(versionId, tail, normalisation), {
    refresh: [],
    done: t('export.done'),
    onSuccess: (zip) => saveFile(zip, `${name}-${tail}.zip`),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(undefined)
  }
  return (
    <details className="card">
      <summary>{t('export.title')}</summary>
      <p className="muted">{t('export.hint')}</p>
      <form onSubmit={submit}>
        <Field label={t('export.tail')}>
          {(id) => (
            <select id={id} value={tail} onChange={(event) => setTail(event.target.value as ModelTail)}>
              {TAILS.map((each) => (
                <option key={each} value={each}>
                  {t(`export.tail.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label>
          <input type="checkbox" checked={normalisation} onChange={(event) => setNormalisation(event.target.checked)} /> {t('export.normalisation')}
        </label>{' '}
        <button type="submit" disabled={save.isPending}>
          {t(save.isPending ? 'export.making' : 'export.download')}
        </button>
      </form>
    </details>
  )
}
