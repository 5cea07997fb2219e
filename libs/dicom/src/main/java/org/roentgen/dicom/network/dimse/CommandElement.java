package org.roentgen.dicom.network.dimse;

/** Elements of group 0000 (PS3.7 annex E.1). */
public enum CommandElement {
    AFFECTED_SOP_CLASS_UID(0x0002, Kind.UID),
    REQUESTED_SOP_CLASS_UID(0x0003, Kind.UID),
    COMMAND_FIELD(0x0100, Kind.NUMBER),
    MESSAGE_ID(0x0110, Kind.NUMBER),
    MESSAGE_ID_BEING_RESPONDED_TO(0x0120, Kind.NUMBER),
    MOVE_DESTINATION(0x0600, Kind.TEXT),
    PRIORITY(0x0700, Kind.NUMBER),
    COMMAND_DATA_SET_TYPE(0x0800, Kind.NUMBER),
    STATUS(0x0900, Kind.NUMBER),
    OFFENDING_ELEMENT(0x0901, Kind.TAGS),
    ERROR_COMMENT(0x0902, Kind.TEXT),
    ERROR_ID(0x0903, Kind.NUMBER),
    AFFECTED_SOP_INSTANCE_UID(0x1000, Kind.UID),
    REQUESTED_SOP_INSTANCE_UID(0x1001, Kind.UID),
    EVENT_TYPE_ID(0x1002, Kind.NUMBER),
    ATTRIBUTE_IDENTIFIER_LIST(0x1005, Kind.TAGS),
    ACTION_TYPE_ID(0x1008, Kind.NUMBER),
    NUMBER_OF_REMAINING_SUBOPERATIONS(0x1020, Kind.NUMBER),
    NUMBER_OF_COMPLETED_SUBOPERATIONS(0x1021, Kind.NUMBER),
    NUMBER_OF_FAILED_SUBOPERATIONS(0x1022, Kind.NUMBER),
    NUMBER_OF_WARNING_SUBOPERATIONS(0x1023, Kind.NUMBER),
    MOVE_ORIGINATOR_AE_TITLE(0x1030, Kind.TEXT),
    MOVE_ORIGINATOR_MESSAGE_ID(0x1031, Kind.NUMBER);

    enum Kind {
        UID,
        TEXT,
        NUMBER,
        TAGS
    }

    private final int number;
    private final Kind kind;

    CommandElement(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    /** The element number within group 0000. */
    public int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }
}
