import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'

interface Notification {
  readonly id: number
  readonly tone: 'good' | 'bad'
  readonly text: string
}

type Notify = (tone: Notification['tone'], text: string) => void

const NotifyContext = createContext<Notify | undefined>(undefined)
const SHOWN_MILLISECONDS = 6_000
let nextId = 1

export function Notifications({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Notification[]>([])
  const notify = useCallback<Notify>((tone, text) => {
    const id = nextId++
    setShown((before) => [...before, { id, tone, text }])
    setTimeout(() => setShown((before) => before.filter((other) => other.id !== id)), SHOWN_MILLISECONDS)
  }, [])
  const list = useMemo(
    () =>
      shown.map((notification) => (
        <div key={notification.id} className={`notification notification-${notification.tone}`}>
          {notification.text}
        </div>
      )),
    [shown],
  )
  return (
    <NotifyContext.Provider value={notify}>
      {children}
      <div className="notifications" role="status" aria-live="polite">
        {list}
      </div>
    </NotifyContext.Provider>
  )
}

export function useNotify(): Notify {
  const notify = useContext(NotifyContext)
  if (notify === undefined) {
    throw new Error('useNotify needs Notifications above it')
  }
  return notify
}
