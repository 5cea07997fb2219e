/** An RFC 9457 problem of the platform's API. */
export interface Problem {
  readonly type?: string
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly code?: string
}

/** A request that the platform refused or that did not reach it (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.problem = problem
  }
}

export async function toApiError(response: Response): Promise<ApiError> {
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
  return new ApiError(response.status, isJson ? parseProblem(await response.text()) : {})
}

export function parseProblem(text: string): Problem {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
