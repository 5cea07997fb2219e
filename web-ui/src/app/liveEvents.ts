/** What the platform says has changed (server-sent events of /api/v1/events). */
export interface LiveEvent {
  readonly type: string
}

/** First element of the query keys that an event makes out of date. */
const OUTDATED: Readonly<Record<string, readonly string[]>> = {
  study: ['worklist', 'study-deidentification', 'pixel-doubts'],
  run: ['worklist', 'pipeline-runs', 'pipeline-run', 'results', 'quarantine'],
  step: ['study-deidentification', 'pixel-doubts', 'worklist', 'pipeline-runs', 'pipeline-run', 'results', 'quarantine'],
  review: ['worklist', 'results', 'pipeline-runs', 'pipeline-run'],
  training: ['training-runs', 'training-run', 'models'],
  epoch: ['training-run', 'training-runs'],
  import: ['dataset-imports', 'datasets'],
  quarantine: ['quarantine'],
  promotion: ['promotions', 'models', 'model-version', 'model-history', 'promotion-checks'],
}

export function outdatedQueries(event: LiveEvent): readonly string[] {
  return OUTDATED[event.type] ?? []
}

export function parseLiveEvent(data: string): LiveEvent | undefined {
  try {
    const value: unknown = JSON.parse(data)
    if (typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string') {
      return { type: value.type }
    }
  } catch {
    // a keep-alive or a message of a newer platform: nothing to refresh
  }
  return undefined
}
