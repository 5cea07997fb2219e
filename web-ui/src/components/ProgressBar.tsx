interface Props {
  readonly label: string
  /** 0 to 1. */
  readonly fraction: number
}

export function ProgressBar({ label, fraction }: Props) {
  return <progress className="progress" aria-label={label} value={Math.min(1, Math.max(0, fraction))} max={1} />
}
