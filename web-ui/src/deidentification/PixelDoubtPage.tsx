import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { decidePixels } from '../api/decidePixels'
import { listPixelDoubts } from '../api/listPixelDoubts'
import { pictureUrl } from '../api/pictureUrl'
import type { PixelDoubt, Region } from '../api/types'
import { href, navigate } from '../app/router'
import { ConfirmButton } from '../components/ConfirmButton'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { RegionCanvas } from './RegionCanvas'
import { RegionList } from './RegionList'

interface Props {
  readonly recordId: string
  readonly instanceId: string
}

/** An image in doubt beside what its copy will show; a person draws what has to go. */
export function PixelDoubtPage({ recordId, instanceId }: Props) {
  const { t } = useI18n()
  const doubts = useQuery({ queryKey: ['pixel-doubts'], queryFn: listPixelDoubts })
  return (
    <section className="page">
      <PageHeading title={t('pixels.title')} hint={t('deid.compare.hint')}>
        <a className="button" href={href('deidentification-records', recordId)}>
          {t('deid.record')}
        </a>
      </PageHeading>
      <QueryView query={doubts}>
        {({ items }) => {
          const doubt = items.find((one) => one.recordId === recordId && one.instanceId === instanceId)
          return doubt === undefined ? (
            <EmptyState title={t('pixels.decided')} hint={t('pixels.empty.hint')} />
          ) : (
            <Decision doubt={doubt} />
          )
        }}
      </QueryView>
    </section>
  )
}

function Decision({ doubt }: { readonly doubt: PixelDoubt }) {
  const { t } = useI18n()
  const [regions, setRegions] = useState<readonly Region[]>(doubt.regions)
  const [frame, setFrame] = useState(1)
  const [isForAlike, setForAlike] = useState(false)
  const picture = pictureUrl(doubt.recordId, doubt.instanceId, 'ORIGINAL', frame)
  const decide = useAction(() => decidePixels(doubt.recordId, doubt.instanceId, regions, isForAlike), {
    refresh: ['pixel-doubts', 'deidentification-record', 'study-deidentification'],
    done: t('pixels.done'),
    onSuccess: () => navigate('pixel-doubts'),
  })
  return (
    <>
      <p className="reason">{doubt.cause}</p>
      <div className="side-by-side">
        <RegionCanvas
          label={t('pixels.original')}
          picture={picture}
          size={doubt}
          regions={regions}
          isBlanked={false}
          onDraw={(region) => setRegions((before) => [...before, region])}
        />
        <RegionCanvas label={t('pixels.copy')} picture={picture} size={doubt} regions={regions} isBlanked />
      </div>
      {doubt.frames > 1 && (
        <label className="switch">
          {t('pixels.frame', { frame, frames: doubt.frames })}
          <input
            type="range"
            min={1}
            max={doubt.frames}
            value={frame}
            onChange={(event) => setFrame(Number(event.target.value))}
          />
        </label>
      )}
      <h2>{t('deid.regions')}</h2>
      <p className="muted">{t('pixels.draw')}</p>
      <RegionList regions={regions} size={doubt} onChange={setRegions} />
      {doubt.alike > 0 && (
        <label className="switch">
          <input type="checkbox" checked={isForAlike} onChange={(event) => setForAlike(event.target.checked)} />
          {t('pixels.alike', { count: doubt.alike })}
        </label>
      )}
      <ConfirmButton
        className="primary"
        question={regions.length === 0 ? t('pixels.nothingQuestion') : t('pixels.blankQuestion')}
        disabled={decide.isPending}
        onConfirm={() => decide.mutate(undefined)}
      >
        {regions.length === 0 ? t('pixels.nothing') : t('pixels.blank', { count: regions.length })}
      </ConfirmButton>
    </>
  )
}
