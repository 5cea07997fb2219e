import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState'
import { Loading } from './Loading'

interface Props<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/** Loading, failed, or the data; data already shown stays while it is refreshed or when the refresh fails. */
export function QueryView<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>
  }
  if (query.isError) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  }
  return <Loading />
}
