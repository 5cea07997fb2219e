/** The platform's wire types. Instants are ISO 8601 texts; an absent value is an absent field. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
}

export type Role = 'admin' | 'radiologist' | 'data-scientist' | 'integrator' | 'auditor'

export interface Me {
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
}

export interface Cause {
  readonly code: string
  readonly message: string
}

export type WorklistState =
  | 'RECEIVING'
  | 'NO_AI'
  | 'IN_PROGRESS'
  | 'READY_FOR_REVIEW'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'STOPPED'
  | 'FAILED'

export type RunState = 'RUNNING' | 'WAITING_FOR_REVIEW' | 'COMPLETED' | 'REJECTED' | 'STOPPED' | 'FAILED'

export interface WorklistRun {
  readonly runId: string
  readonly pipeline: string
  readonly seriesInstanceUid: string
  readonly seriesDescription?: string
  readonly state: RunState
  readonly cause?: Cause
}

export interface WorklistItem {
  readonly studyId: string
  readonly studyInstanceUid: string
  readonly patientName?: string
  readonly patientId?: string
  readonly birthDate?: string
  readonly sex?: string
  readonly accessionNumber?: string
  readonly studyDate?: string
  readonly studyTime?: string
  readonly description?: string
  readonly modalities: readonly string[]
  readonly receivedAt: string
  readonly series: number
  readonly instances: number
  readonly state: WorklistState
  readonly priority?: 'STAT' | 'URGENT' | 'ROUTINE'
  readonly reason?: string
  readonly runs: readonly WorklistRun[]
}

export interface Finding {
  readonly label: string
  readonly quantity: string
  readonly value: number
  readonly unit: string
}

export type ReviewState = 'PENDING' | 'ACCEPTED' | 'REJECTED'

export interface Review {
  readonly state: ReviewState
  readonly reader?: string
  readonly reason?: string
  readonly decidedAt?: string
}

export interface StudyResult {
  readonly runId: string
  readonly seriesInstanceUid: string
  readonly modelName: string
  readonly modelVersion: number
  readonly findings: readonly Finding[]
  readonly segInstanceUid?: string
  readonly segSeriesInstanceUid?: string
  readonly srInstanceUid?: string
  readonly review?: Review
}

export type StepState =
  | 'PENDING'
  | 'READY'
  | 'RUNNING'
  | 'WAITING'
  | 'COMPLETED'
  | 'SKIPPED'
  | 'STOPPED'
  | 'DEAD_LETTER'

export interface PipelineStep {
  readonly ordinal: number
  readonly kind: string
  readonly state: StepState
  readonly attempt: number
  readonly startedAt?: string
  readonly finishedAt?: string
  readonly cause?: Cause
}

export interface Delivery {
  readonly destination: string
  readonly sopInstanceUid: string
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED'
  readonly attempts: number
  readonly lastError?: string
  readonly deliveredAt?: string
}

export interface PipelineRun {
  readonly id: string
  readonly pipeline: string
  readonly pipelineVersion: number
  readonly studyId: string
  readonly seriesInstanceUid: string
  readonly seriesDescription?: string
  readonly state: RunState
  readonly cause?: Cause
  readonly createdAt: string
  readonly finishedAt?: string
  readonly steps?: readonly PipelineStep[]
  readonly deliveries?: readonly Delivery[]
}

export interface PipelineVersion {
  readonly version: number
  readonly definition: unknown
  readonly createdBy: string
  readonly createdAt: string
}

export interface Pipeline {
  readonly name: string
  readonly activeVersion?: number
  readonly versions?: readonly PipelineVersion[]
}

export interface Source {
  readonly id: string
  readonly aeTitle: string
  readonly description?: string
  readonly kind: 'DIMSE' | 'STOW'
  readonly enabled: boolean
  readonly quietSeconds: number
}

export interface Destination {
  readonly id: string
  readonly name: string
  readonly aeTitle: string
  readonly host: string
  readonly port: number
  readonly enabled: boolean
}

export interface QuarantineItem {
  readonly id: string
  readonly at: string
  readonly origin: string
  readonly sopInstanceUid?: string
  readonly studyInstanceUid?: string
  readonly code: string
  readonly message: string
  readonly state: 'OPEN' | 'REPLAY_REQUESTED' | 'REPLAYED' | 'DISCARDED'
}

export type Task = 'CLASSIFICATION' | 'SEGMENTATION'

export type ImportFormat = 'NIFTI' | 'IMAGE_FOLDER' | 'NPZ' | 'ARCHIVE'

export interface ImportProblem {
  readonly file: string
  readonly rule: string
  readonly fix: string
}

export interface DatasetImport {
  readonly id: string
  readonly datasetName: string
  readonly format: ImportFormat
  readonly state: 'PENDING' | 'RUNNING' | 'COMPLETED' | 'REFUSED' | 'FAILED'
  readonly problems: readonly ImportProblem[]
  readonly datasetVersionId?: string
  readonly createdBy: string
  readonly createdAt: string
  readonly finishedAt?: string
}

export interface LabelDefinition {
  readonly value: number
  readonly name: string
}

export interface DatasetVersion {
  readonly id: string
  readonly version: number
  readonly cases: number
  readonly patients: number
  readonly trainCases: number
  readonly tuneCases: number
  readonly testCases: number
  readonly labels: readonly LabelDefinition[]
  readonly createdBy: string
  readonly createdAt: string
}

export interface Dataset {
  readonly id: string
  readonly name: string
  readonly task: Task
  readonly versions: readonly DatasetVersion[]
}

export type TrainingState = 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLING' | 'CANCELLED'

export interface TrainingEpoch {
  readonly epoch: number
  readonly epochs: number
  readonly metrics: Readonly<Record<string, number>>
  readonly secondsLeft: number
  readonly at: string
}

export interface TrainingSpec {
  readonly task: Task
  readonly network: string
  readonly epochs?: number
  readonly batchSize?: number
  readonly learningRate?: number
  readonly seed: number
  readonly networkOptions: Readonly<Record<string, unknown>>
  readonly parityTolerance: number
}

export interface TrainingRun {
  readonly id: string
  readonly modelName: string
  readonly datasetVersionId: string
  readonly datasetName?: string
  readonly datasetVersion?: number
  readonly spec: TrainingSpec
  readonly state: TrainingState
  readonly device?: string
  readonly progress?: number
  readonly message?: string
  readonly cause?: Cause
  readonly createdBy: string
  readonly createdAt: string
  readonly startedAt?: string
  readonly finishedAt?: string
  readonly epochs?: readonly TrainingEpoch[]
  readonly modelVersionId?: string
}

export type Stage = 'CANDIDATE' | 'PRODUCTION' | 'RETIRED'

export interface ModelVersion {
  readonly id: string
  readonly modelName: string
  readonly version: number
  readonly stage: Stage
  readonly parityMaxAbsDifference: number
  readonly metrics: Readonly<Record<string, number>>
  readonly trainingRunId?: string
  readonly createdAt: string
  readonly manifest?: unknown
  readonly evaluation?: unknown
}

export interface Model {
  readonly id: string
  readonly name: string
  readonly task: Task
  readonly versions: readonly ModelVersion[]
}

export interface Promotion {
  readonly id: string
  readonly modelVersionId: string
  readonly modelName: string
  readonly modelVersion: number
  readonly requestedBy: string
  readonly requestedAt: string
  readonly reason: string
  readonly state: 'REQUESTED' | 'APPROVED' | 'DECLINED'
  readonly decidedBy?: string
  readonly decidedAt?: string
}

export interface AuditEvent {
  readonly sequence: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly objectType: string
  readonly objectId: string
  readonly origin: string
  readonly outcome: 'SUCCESS' | 'DENIED' | 'FAILURE'
  readonly details?: Readonly<Record<string, unknown>>
}

export interface AuditVerification {
  readonly valid: boolean
  readonly events: number
  readonly firstInvalidSequence?: number
  readonly headHash: string
}

export interface ServiceStatus {
  readonly name: string
  readonly ready: boolean
  readonly version?: string
  readonly device?: string
  readonly deviceReason?: string
  readonly detail?: string
}

export interface SystemStatus {
  readonly services: readonly ServiceStatus[]
  readonly queues: Readonly<Record<string, number>>
}
