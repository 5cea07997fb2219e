package org.roentgen.dicom.object;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Modules that all derived objects share: those of patient and study copied from the source, the rest from the description. */
final class Modules {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    /** Patient (C.7.1.1), General Study (C.7.2.1) and Patient Study (C.7.2.2): type 2 ones are made empty where absent. */
    private static final int[] REQUIRED = {
        Tag.PatientName,
        Tag.PatientID,
        Tag.PatientBirthDate,
        Tag.PatientSex,
        Tag.StudyInstanceUID,
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.ReferringPhysicianName,
        Tag.StudyID,
        Tag.AccessionNumber
    };

    private static final int[] OPTIONAL = {
        Tag.IssuerOfPatientID,
        Tag.PatientIdentityRemoved,
        Tag.DeidentificationMethod,
        Tag.DeidentificationMethodCodeSequence,
        Tag.StudyDescription,
        Tag.IssuerOfAccessionNumberSequence,
        Tag.PatientAge,
        Tag.PatientSize,
        Tag.PatientWeight
    };

    private Modules() {}

    /** A builder with everything down to the series and equipment. */
    static DataSet.Builder start(DataSet source, DerivedObject object, String sopClassUid, String modality) {
        DataSet.Builder builder = DataSet.builder();
        source.element(Tag.SpecificCharacterSet).ifPresent(builder::putElement);
        DataSet.Builder copied = DataSet.builder();
        source.element(Tag.SpecificCharacterSet).ifPresent(copied::putElement);
        for (int tag : REQUIRED) {
            source.element(tag).ifPresentOrElse(copied::putElement, () -> copied.put(tag));
        }
        for (int tag : OPTIONAL) {
            source.element(tag).filter(element -> !element.isEmpty()).ifPresent(copied::putElement);
        }
        builder.putAll(copied.build());
        String date = date(object.created());
        String time = time(object.created());
        return builder.put(Tag.SOPClassUID, sopClassUid)
                .put(Tag.SOPInstanceUID, object.sopInstanceUid())
                .put(Tag.InstanceCreationDate, date)
                .put(Tag.InstanceCreationTime, time)
                .put(Tag.Modality, modality)
                .put(Tag.SeriesInstanceUID, object.seriesInstanceUid())
                .putIntegers(Tag.SeriesNumber, object.seriesNumber())
                .put(Tag.SeriesDescription, object.seriesDescription())
                .put(Tag.SeriesDate, date)
                .put(Tag.SeriesTime, time)
                .putIntegers(Tag.InstanceNumber, object.instanceNumber())
                .put(Tag.ContentDate, date)
                .put(Tag.ContentTime, time)
                .put(Tag.Manufacturer, object.equipment().manufacturer())
                .put(Tag.ManufacturerModelName, object.equipment().model())
                .put(Tag.DeviceSerialNumber, object.equipment().serialNumber())
                .put(Tag.SoftwareVersions, object.equipment().softwareVersion());
    }

    static String date(LocalDateTime moment) {
        return DATE.format(moment);
    }

    static String time(LocalDateTime moment) {
        return TIME.format(moment);
    }

    /** An item that refers to an instance. */
    static DataSet.Builder reference(DataSet instance) {
        return DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, instance.string(Tag.SOPClassUID, ""))
                .put(Tag.ReferencedSOPInstanceUID, instance.string(Tag.SOPInstanceUID, ""));
    }
}
