import type { Cause } from '../api/types'

export function CauseText({ cause }: { readonly cause: Cause | undefined }) {
  if (cause === undefined) {
    return null
  }
  return (
    <span className="cause">
      <code>{cause.code}</code> {cause.message}
    </span>
  )
}
