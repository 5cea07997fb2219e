package org.roentgen.dicom.network.pdu;

/** Service-class specific bytes for one SOP class (PS3.7 D.3.3.5); their meaning is in PS3.4. */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, copied on the way in and out
public record ExtendedNegotiation(String sopClassUid, byte[] applicationInformation) {
    public ExtendedNegotiation {
        applicationInformation = applicationInformation.clone();
    }

    @Override
    public byte[] applicationInformation() {
        return applicationInformation.clone();
    }
}
