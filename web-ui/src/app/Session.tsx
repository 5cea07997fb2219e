import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { getMe } from '../api/getMe'
import type { Me, Role } from '../api/types'
import { ErrorState } from '../components/ErrorState'
import { Loading } from '../components/Loading'

const SessionContext = createContext<Me | undefined>(undefined)

/** Shows its children once the user is known. Without a session, the request itself leads to the login page. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const me = useQuery({ queryKey: ['me'], queryFn: getMe, staleTime: Infinity })
  if (me.isPending) {
    return <Loading />
  }
  if (me.isError) {
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />
  }
  return <SessionContext.Provider value={me.data}>{children}</SessionContext.Provider>
}

export function useMe(): Me {
  const me = useContext(SessionContext)
  if (me === undefined) {
    throw new Error('useMe needs a SessionProvider above it')
  }
  return me
}

export function useHasRole(...roles: Role[]): boolean {
  const me = useMe()
  return roles.some((role) => me.roles.includes(role))
}
