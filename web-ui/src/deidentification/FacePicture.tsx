import { useState } from 'react'
import { facePictureUrl } from '../api/facePictureUrl'
import { useI18n } from '../i18n/I18n'

/** What was taken of the face of a head. Fetched when it is asked for and not before, since every look is in the audit trail. */
export function FacePicture({ recordId }: { readonly recordId: string }) {
  const { t } = useI18n()
  const [isShown, setShown] = useState(false)
  return (
    <section data-testid="face-picture">
      <h2>{t('face.title')}</h2>
      <p className="muted">{t('face.hint')}</p>
      {isShown ? (
        <>
          <p>{t('face.judge')}</p>
          <figure className="region-canvas">
            <figcaption>{t('face.caption')}</figcaption>
            <img src={facePictureUrl(recordId)} alt={t('face.alt')} />
          </figure>
        </>
      ) : (
        <button type="button" onClick={() => setShown(true)}>
          {t('face.show')}
        </button>
      )}
    </section>
  )
}
