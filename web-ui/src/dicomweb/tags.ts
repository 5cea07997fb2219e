/** Attributes that the viewer reads, in the key form of the DICOM JSON Model. */
export const Tag = {
  SopInstanceUid: '00080018',
  Modality: '00080060',
  SeriesDescription: '0008103E',
  SeriesInstanceUid: '0020000E',
  SeriesNumber: '00200011',
  InstanceNumber: '00200013',
  ImagePositionPatient: '00200032',
  ImageOrientationPatient: '00200037',
  NumberOfFrames: '00280008',
  Rows: '00280010',
  Columns: '00280011',
  PixelSpacing: '00280030',
  WindowCenter: '00281050',
  WindowWidth: '00281051',
  SliceThickness: '00180050',
  NumberOfSeriesRelatedInstances: '00201209',
} as const
