import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

export function EmptyState({ title, hint, children }: Props) {
  return (
    <div className="state">
      <strong>{title}</strong>
      {hint !== undefined && <span className="muted">{hint}</span>}
      {children}
    </div>
  )
}
