import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { listCardTexts } from '../api/listCardTexts'
import type { CardSection, CardText } from '../api/types'
import { writeCardText } from '../api/writeCardText'
import { Field } from '../components/Field'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

const SECTIONS: readonly CardSection[] = ['INTENDED_USE', 'LIMITATIONS', 'TRAINING_DATA', 'CONTACT']

/** What a model card needs in people's words. */
export function CardForm({ versionId }: { readonly versionId: string }) {
  const { t } = useI18n()
  const texts = useQuery({ queryKey: ['card-texts', versionId], queryFn: () => listCardTexts(versionId) })
  return (
    <details className="card">
      <summary>{t('card.write')}</summary>
      <QueryView query={texts}>
        {({ items }) => (
          <>
            {SECTIONS.map((section) => (
              <SectionForm key={section} versionId={versionId} section={section} written={items.find((text) => text.section === section)} />
            ))}
          </>
        )}
      </QueryView>
    </details>
  )
}

interface SectionProps {
  readonly versionId: string
  readonly section: CardSection
  readonly written: CardText | undefined
}

function SectionForm({ versionId, section, written }: SectionProps) {
  const { t, format } = useI18n()
  const [content, setContent] = useState(written?.content ?? '')
  const save = useAction((text: string) => writeCardText(versionId, section, text), {
    refresh: ['card-texts', 'model-card', 'promotion-checks'],
    done: t('card.saved'),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(content)
  }
  const hint = written === undefined ? {} : { hint: `${written.writtenBy}, ${format.dateTime(written.writtenAt)}` }
  return (
    <form onSubmit={submit}>
      <Field label={t(`card.${section}`)} {...hint}>
        {(id, describedBy) => (
          <textarea id={id} aria-describedby={describedBy} rows={3} value={content} onChange={(event) => setContent(event.target.value)} />
        )}
      </Field>
      <button type="submit" disabled={save.isPending || content.trim() === (written?.content ?? '')}>
        {t('action.save')}
      </button>
    </form>
  )
}
