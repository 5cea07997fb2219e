package org.roentgen.domain.dataset;

import org.roentgen.domain.object.ObjectId;

/** Where the pixels of a case are: an object of the de-identified zone and, for {@link ImageEncoding#NPY}, the index in it (else 0). */
public record ImageReference(ObjectId object, ImageEncoding encoding, int index) {}
