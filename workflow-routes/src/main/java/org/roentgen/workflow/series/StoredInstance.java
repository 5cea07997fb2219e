package org.roentgen.workflow.series;

import java.util.UUID;
import org.roentgen.domain.object.ObjectId;

/** Where a received instance is, and whether its pixels can be decoded here. */
public record StoredInstance(UUID id, String sopInstanceUid, ObjectId object, boolean decodable) {}
