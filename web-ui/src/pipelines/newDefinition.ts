/** What a new pipeline starts from: the usual steps of a segmentation. */
export const NEW_DEFINITION = JSON.stringify(
  {
    match: { modality: ['MR'], seriesDescription: '(?i).*crop.*', minimumInstances: 5 },
    steps: [
      { kind: 'QUALITY_GATE', minimumSlices: 5, maximumSpacingDeviation: 0.02 },
      { kind: 'DEIDENTIFY', profile: 'basic' },
      { kind: 'INFER', model: '', priority: 'ROUTINE' },
      { kind: 'RELINK' },
      { kind: 'REVIEW' },
      { kind: 'DELIVER', destination: '' },
    ],
  },
  null,
  2,
)
