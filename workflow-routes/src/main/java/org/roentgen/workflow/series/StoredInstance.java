package org.roentgen.workflow.series;

import org.roentgen.domain.object.ObjectId;

/** Where a received instance is, and whether its pixels can be decoded here. */
public record StoredInstance(String sopInstanceUid, ObjectId object, boolean decodable) {}
