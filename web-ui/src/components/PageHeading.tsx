import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly hint?: string | undefined
  readonly children?: ReactNode
}

/** Title of a page with its actions at the end of the line. */
export function PageHeading({ title, hint, children }: Props) {
  return (
    <div className="page-heading">
      <div>
        <h1>{title}</h1>
        {hint !== undefined && <p className="muted">{hint}</p>}
      </div>
      <div className="page-actions">{children}</div>
    </div>
  )
}
