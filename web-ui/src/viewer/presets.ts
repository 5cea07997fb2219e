import type { MessageKey } from '../i18n/english'

/** A named window (VOI LUT, PS3.3 C.11.2); without values it is what the image itself asks for. */
export interface WindowPreset {
  readonly label: MessageKey
  readonly center?: number
  readonly width?: number
}

const FROM_IMAGE: WindowPreset = { label: 'preset.image' }

const PRESETS: Readonly<Record<string, readonly WindowPreset[]>> = {
  CT: [
    { label: 'preset.softTissue', center: 40, width: 400 },
    { label: 'preset.lung', center: -600, width: 1500 },
    { label: 'preset.bone', center: 480, width: 2500 },
    { label: 'preset.brain', center: 40, width: 80 },
    { label: 'preset.liver', center: 60, width: 160 },
    { label: 'preset.mediastinum', center: 50, width: 350 },
  ],
}

/** The windows offered for a modality; the key 1 is the image's own. */
export function presetsFor(modality: string): readonly WindowPreset[] {
  return [FROM_IMAGE, ...(PRESETS[modality] ?? [])]
}
