package org.roentgen.dicom.network.pdu;

/**
 * SCP/SCU role selection for one SOP class (PS3.7 D.3.3.4); the roles are those of the association's requestor.
 */
public record RoleSelection(String sopClassUid, boolean user, boolean provider) {}
