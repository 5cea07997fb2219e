import { CSRF_HEADER, queryString } from './http'
import { labelsParameter } from './labelsParameter'
import { ApiError, parseProblem } from './problem'
import type { DatasetImport, ImportFormat } from './types'

export interface DatasetUpload {
  readonly name: string
  readonly format: Exclude<ImportFormat, 'ARCHIVE'>
  readonly file: File
  readonly labels: string
  readonly split: string
}

/** Streams a file to the platform; progress is the fraction sent so far. (fetch does not report upload progress.) */
export function uploadDataset(upload: DatasetUpload, onProgress: (fraction: number) => void): Promise<DatasetImport> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/dataset-imports${queryString({
      name: upload.name,
      format: upload.format,
      labels: labelsParameter(upload.labels),
      split: upload.split,
    })}`)
    for (const [name, value] of Object.entries(CSRF_HEADER)) {
      request.setRequestHeader(name, value)
    }
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total)
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as DatasetImport)
        : reject(new ApiError(request.status, parseProblem(request.responseText)))
    request.onerror = () => reject(new ApiError(0, {}))
    request.send(upload.file)
  })
}
