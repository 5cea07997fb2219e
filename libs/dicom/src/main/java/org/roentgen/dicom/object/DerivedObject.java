package org.roentgen.dicom.object;

import java.time.LocalDateTime;

/**
 * What is the same for every object made from a source series.
 *
 * @param sopInstanceUid of the new object
 * @param seriesInstanceUid of its series: not that of the source
 * @param created content date and time
 */
public record DerivedObject(
        String sopInstanceUid,
        String seriesInstanceUid,
        int seriesNumber,
        int instanceNumber,
        String seriesDescription,
        LocalDateTime created,
        Equipment equipment) {
    /** A new object, the only one of a new series. */
    public static DerivedObject inNewSeries(
            int seriesNumber, String seriesDescription, LocalDateTime created, Equipment equipment) {
        return new DerivedObject(Uids.random(), Uids.random(), seriesNumber, 1, seriesDescription, created, equipment);
    }

    /** The General and Enhanced General Equipment modules (PS3.3 C.7.5.1, C.7.5.2): all are required. */
    public record Equipment(String manufacturer, String model, String serialNumber, String softwareVersion) {
        public Equipment {
            if (manufacturer.isBlank() || model.isBlank() || serialNumber.isBlank() || softwareVersion.isBlank()) {
                throw new IllegalArgumentException(
                        "Equipment '%s', '%s', '%s', '%s' needs manufacturer, model, serial number and software version"
                                .formatted(manufacturer, model, serialNumber, softwareVersion));
            }
        }
    }
}
