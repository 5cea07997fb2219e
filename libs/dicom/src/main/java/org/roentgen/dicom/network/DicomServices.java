package org.roentgen.dicom.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roentgen.dicom.network.dimse.CommandField;

/** The services of one side; the first that supports a SOP class and performs the request wins. */
public record DicomServices(List<DicomService> services) {
    /** No service at all: for a user that performs nothing. */
    public static final DicomServices NONE = new DicomServices(List.of());

    public DicomServices {
        services = List.copyOf(services);
    }

    Stream<DicomService> supporting(String sopClassUid) {
        return services.stream().filter(service -> service.supports(sopClassUid));
    }

    Optional<RequestHandler> handler(String sopClassUid, CommandField request) {
        return supporting(sopClassUid)
                .flatMap(service -> service.handler(request).stream())
                .findFirst();
    }
}
