/** How values are shown to people in their language and time zone. */
export interface Format {
  readonly dateTime: (iso: string | undefined) => string
  readonly time: (iso: string) => string
  /** A DICOM DA value (PS3.5 6.2), such as 20240131. */
  readonly dicomDate: (value: string | undefined) => string
  /** A DICOM TM value (PS3.5 6.2), such as 142530.12. */
  readonly dicomTime: (value: string | undefined) => string
  readonly number: (value: number, digits?: number) => string
  readonly percent: (fraction: number, digits?: number) => string
  readonly duration: (seconds: number) => string
  readonly relative: (iso: string, now?: number) => string
}

const RELATIVE_UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

export function createFormat(language: string): Format {
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  return {
    dateTime: (iso) => (iso === undefined ? '' : dateTime.format(new Date(iso))),
    time: (iso) => time.format(new Date(iso)),
    dicomDate: (value) => {
      const match = /^(\d{4})(\d{2})(\d{2})$/.exec(value ?? '')
      return match === null ? (value ?? '') : date.format(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
    },
    dicomTime: (value) => {
      const match = /^(\d{2})(\d{2})/.exec(value ?? '')
      return match === null ? (value ?? '') : `${match[1]}:${match[2]}`
    },
    number: (value, digits = 2) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value),
    percent: (fraction, digits = 1) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(fraction),
    duration: formatDuration,
    relative: (iso, now = Date.now()) => {
      const seconds = (Date.parse(iso) - now) / 1000
      const unit = RELATIVE_UNITS.find(([, size]) => Math.abs(seconds) >= size)
      return unit === undefined ? relative.format(0, 'minute') : relative.format(Math.round(seconds / unit[1]), unit[0])
    },
  }
}

/** Minutes and seconds, with hours where there are any: 1:02:03. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** A DICOM PN value (PS3.5 6.2.1) as people write it: family name, given names. */
export function formatPersonName(value: string | undefined): string {
  const [family = '', given = '', middle = ''] = ((value ?? '').split('=')[0] ?? '').split('^')
  const givenNames = [given, middle].filter((part) => part !== '').join(' ')
  return [family, givenNames].filter((part) => part !== '').join(', ')
}
