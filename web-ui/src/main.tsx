import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api/problem'
import { App } from './app/App'
import { SessionProvider } from './app/Session'
import { Notifications } from './components/Notifications'
import { I18nProvider } from './i18n/I18n'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/components.css'
import './styles/pages.css'
import './styles/viewer.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
})

const root = document.getElementById('root')
if (root === null) {
  throw new Error('index.html has no element with the id root')
}
createRoot(root).render(
  <StrictMode>
    <I18nProvider>
      <QueryClientProvider client={queries}>
        <Notifications>
          <SessionProvider>
            <App />
          </SessionProvider>
        </Notifications>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
