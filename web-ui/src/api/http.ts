import { goToLogin } from './login'
import { ApiError, toApiError } from './problem'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Options {
  readonly body?: unknown
  /** A file that is sent as it is, instead of a body in JSON. */
  readonly content?: Blob
  readonly accept?: string
}

const BASE = '/api/v1'

/** Required by the platform of cookie-authenticated writes: another site cannot set it. */
export const CSRF_HEADER = { 'X-Requested-With': 'Roentgen' } as const

/** Sends a request; an expired session leads to the login page. */
export async function send(method: Method, url: string, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: options.accept ?? 'application/json', ...CSRF_HEADER }
  if (options.content !== undefined) {
    headers['Content-Type'] = 'application/octet-stream'
  } else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json'
  }
  const body = options.content ?? (options.body === undefined ? null : JSON.stringify(options.body))
  const request: RequestInit = { method, headers, body, credentials: 'same-origin', redirect: 'manual' }
  const response = await fetch(url, request).catch((cause: unknown) => {
    throw new ApiError(0, { detail: cause instanceof Error ? cause.message : String(cause) })
  })
  if (response.status === 401 || response.type === 'opaqueredirect') {
    goToLogin()
    throw new ApiError(401, {})
  }
  if (!response.ok) {
    throw await toApiError(response)
  }
  return response
}

/** The JSON answer, or undefined when the answer is empty. */
export async function requestJson<T>(method: Method, url: string, options: Options = {}): Promise<T | undefined> {
  const text = await (await send(method, url, options)).text()
  return text === '' ? undefined : (JSON.parse(text) as T)
}

export async function get<T>(path: string, query: Query = {}): Promise<T> {
  return required(await requestJson<T>('GET', BASE + path + queryString(query)))
}

export async function post<T>(path: string, body?: unknown): Promise<T | undefined> {
  return requestJson<T>('POST', BASE + path, { body: body ?? {} })
}

export async function put<T>(path: string, body: unknown): Promise<T | undefined> {
  return requestJson<T>('PUT', BASE + path, { body })
}

export async function remove(path: string): Promise<void> {
  await send('DELETE', BASE + path)
}

export async function getText(path: string, accept: string): Promise<string> {
  return (await send('GET', BASE + path, { accept })).text()
}

export type Query = Readonly<Record<string, string | number | undefined>>

export function queryString(query: Query): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value))
    }
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new ApiError(200, { detail: 'The platform sent an empty answer' })
  }
  return value
}
