package org.roentgen.domain.inference;

import org.roentgen.domain.object.ObjectId;

/** A de-identified instance: its pseudonymous SOP Instance UID and where its Part 10 file is. */
public record InstanceReference(String sopInstanceUid, ObjectId object) {}
