import { useQueryClient, type Query } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { outdatedQueries, parseLiveEvent } from './liveEvents'

export type Liveness = 'connecting' | 'live' | 'polling'

const COALESCE_MILLISECONDS = 400
const POLL_MILLISECONDS = 10_000

/** Keeps what is shown up to date: from server-sent events, or by polling while they do not arrive. */
export function useLiveEvents(): Liveness {
  const client = useQueryClient()
  const [liveness, setLiveness] = useState<Liveness>('connecting')

  useEffect(() => {
    const outdated = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      for (const key of outdated) {
        void client.invalidateQueries({ queryKey: [key] })
      }
      outdated.clear()
    }
    const source = new EventSource('/api/v1/events')
    source.onopen = () => setLiveness('live')
    source.onerror = () => setLiveness('polling')
    source.onmessage = (message: MessageEvent<string>) => {
      const event = parseLiveEvent(message.data)
      for (const key of event === undefined ? [] : outdatedQueries(event)) {
        outdated.add(key)
      }
      timer ??= setTimeout(refresh, COALESCE_MILLISECONDS)
    }
    return () => {
      source.close()
      clearTimeout(timer)
    }
  }, [client])

  useEffect(() => {
    if (liveness !== 'polling') {
      return undefined
    }
    const poll = setInterval(
      () => void client.invalidateQueries({ predicate: isPolled }),
      POLL_MILLISECONDS,
    )
    return () => clearInterval(poll)
  }, [client, liveness])

  return liveness
}

/** Not what never changes, nor what is in the audit trail with every look. */
function isPolled(query: Query): boolean {
  return query.queryKey[0] !== 'me' && query.queryKey[0] !== 'dicom' && query.meta?.['audited'] !== true
}
