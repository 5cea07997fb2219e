import type { Wire } from './wire'

/** Names of the user interface for the platform's wire types, which are generated from its OpenAPI document. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
}

export type Role = 'admin' | 'radiologist' | 'data-scientist' | 'integrator' | 'auditor'
export type Me = Omit<Wire<'Me'>, 'roles'> & { readonly roles: readonly Role[] }
export type Cause = Wire<'Cause'>

export type WorklistItem = Wire<'WorklistItem'>
export type WorklistState = WorklistItem['state']
export type StudyResult = Wire<'StudyResult'>
export type Finding = Wire<'Finding'>

export type RunSummary = Wire<'RunView'>
export type RunState = RunSummary['state']
export type PipelineRun = Wire<'RunDetail'>
export type PipelineStep = Wire<'StepView'>
export type Delivery = Wire<'DeliveryView'>

/** The definition is JSON of the user's own making. */
export type PipelineVersion = Omit<Wire<'PipelineVersionView'>, 'definition'> & { readonly definition: unknown }
export type Pipeline = Omit<Wire<'PipelineView'>, 'versions'> & { readonly versions: readonly PipelineVersion[] }
export type Source = Wire<'SourceView'>
export type Destination = Wire<'DestinationView'>
export type QuarantineItem = Wire<'QuarantineItem'>

export type Task = Wire<'Task'>
export type DatasetImport = Wire<'ImportView'>
export type ImportFormat = DatasetImport['format']
export interface LabelDefinition {
  readonly value: number
  readonly name: string
}
export type DatasetVersion = Omit<Wire<'DatasetVersionView'>, 'labels'> & { readonly labels: readonly LabelDefinition[] }
export type Dataset = Omit<Wire<'DatasetView'>, 'versions'> & { readonly versions: readonly DatasetVersion[] }
export type DatasetQuality = Wire<'QualityView'>

export type Optimization = Partial<Wire<'Optimization'>>
export type TrainingSpec = Omit<Wire<'SpecRequest'>, 'optimization'> & { readonly optimization?: Optimization }
export type TrainingEstimate = Wire<'EstimateView'>
export type TrainingEpoch = Wire<'EpochView'>
export type TrainingSummary = Omit<Wire<'TrainingView'>, 'spec'> & { readonly spec: TrainingSpec }
export type TrainingRun = Omit<Wire<'TrainingDetail'>, 'spec'> & { readonly spec: TrainingSpec }

export type Model = Wire<'ModelView'>
export type ModelVersion = Wire<'ModelVersionView'> & {
  readonly manifest?: unknown
  readonly evaluation?: unknown
  /** With the version in production, where it was run after the package was made. */
  readonly comparison?: { readonly state: string; readonly cause?: Cause; readonly comparison?: unknown }
}
export type Promotion = Wire<'PromotionView'>
export type ModelImport = Wire<'ModelImportView'>
export type ModelStage = ModelVersion['stage']
export type ModelHistory = Wire<'ModelHistory'>
export type RuleCheck = Wire<'RuleCheck'>
export type PromotionRule = Wire<'PromotionRule'>
export type Lineage = Wire<'Lineage'>
export type ShadowReport = Wire<'ShadowReport'>
export type CardText = Wire<'CardText'>
export type CardSection = CardText['section']

export type StudyRecord = Wire<'StudyRecord'>
export type SeriesRecord = Wire<'SeriesRecord'>
export type DeidentificationRecord = Wire<'SeriesRecordDetail'>
export type DeidentificationRequest = Wire<'StudyRequestView'>
export type DeidentifiedInstance = Wire<'InstanceRecord'>
export type InstanceDifference = Wire<'InstanceDifference'>
export type PixelDoubt = Wire<'PixelDoubt'>
export type PixelDecision = Wire<'PixelDecisionView'>
export type Region = Wire<'Region'>
export type Profile = Wire<'ProfileView'>
export type ProfileVersion = Wire<'ProfileVersionView'>
export type ProfileChange = Wire<'ProfileChange'>
export type ProfileTrial = Wire<'ProfileTrial'>

export type RiskReport = Wire<'RiskReport'>
export type ReleaseGate = Wire<'GateView'>
export type Release = Wire<'ReleaseView'>
export type Original = Wire<'Original'>
export type Erasure = Wire<'ErasureView'>
export type ProjectKey = Wire<'ProjectKeyView'>

export type AuditEvent = Wire<'AuditEventView'>
export type AuditVerification = Wire<'AuditVerification'>
export type ServiceStatus = Wire<'ServiceStatus'>
export type SystemStatus = Wire<'SystemStatus'>
