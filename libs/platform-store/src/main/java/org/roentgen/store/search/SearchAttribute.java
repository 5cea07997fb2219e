package org.roentgen.store.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An attribute that the archive can match or return (PS3.4 tables C.6-1 to C.6-5, PS3.18 section 10.6.3.3). */
public enum SearchAttribute {
    PATIENT_NAME(0x00100010, SearchLevel.PATIENT, Matching.NAME, "p.name"),
    PATIENT_ID(0x00100020, SearchLevel.PATIENT, Matching.TEXT, "p.patient_id"),
    /** The archive's stand-in for the issuer of a missing Patient ID is not shown. */
    ISSUER_OF_PATIENT_ID(
            0x00100021, SearchLevel.PATIENT, Matching.TEXT, "case when p.patient_id = '' then '' else p.issuer end"),
    PATIENT_BIRTH_DATE(0x00100030, SearchLevel.PATIENT, Matching.DATE, "p.birth_date"),
    PATIENT_SEX(0x00100040, SearchLevel.PATIENT, Matching.TEXT, "p.sex"),
    PATIENT_STUDIES(
            0x00201200, SearchLevel.PATIENT, Matching.NONE, "(select count(*) from study w where w.patient_id = p.id)"),
    PATIENT_SERIES(
            0x00201202,
            SearchLevel.PATIENT,
            Matching.NONE,
            "(select count(*) from series x join study w on w.id = x.study_id where w.patient_id = p.id)"),
    PATIENT_INSTANCES(
            0x00201204,
            SearchLevel.PATIENT,
            Matching.NONE,
            "(select count(*) from instance y join series x on x.id = y.series_id join study w on w.id = x.study_id"
                    + " where w.patient_id = p.id)"),
    STUDY_DATE(0x00080020, SearchLevel.STUDY, Matching.DATE, "s.study_date"),
    STUDY_TIME(0x00080030, SearchLevel.STUDY, Matching.TIME, "s.study_time"),
    ACCESSION_NUMBER(0x00080050, SearchLevel.STUDY, Matching.TEXT, "s.accession_number"),
    MODALITIES_IN_STUDY(
            0x00080061,
            SearchLevel.STUDY,
            Matching.OF_SERIES,
            "(select string_agg(distinct x.modality, '\\') from series x where x.study_id = s.id and x.modality <> '')"),
    SOP_CLASSES_IN_STUDY(
            0x00080062,
            SearchLevel.STUDY,
            Matching.OF_INSTANCES,
            "(select string_agg(distinct y.sop_class_uid, '\\') from instance y join series x on x.id = y.series_id"
                    + " where x.study_id = s.id)"),
    REFERRING_PHYSICIAN(0x00080090, SearchLevel.STUDY, Matching.NAME, "s.referring_physician"),
    STUDY_DESCRIPTION(0x00081030, SearchLevel.STUDY, Matching.TEXT, "s.description"),
    STUDY_INSTANCE_UID(0x0020000D, SearchLevel.STUDY, Matching.UID, "s.study_instance_uid"),
    STUDY_ID(0x00200010, SearchLevel.STUDY, Matching.TEXT, "s.study_id"),
    STUDY_SERIES(
            0x00201206, SearchLevel.STUDY, Matching.NONE, "(select count(*) from series x where x.study_id = s.id)"),
    STUDY_INSTANCES(
            0x00201208,
            SearchLevel.STUDY,
            Matching.NONE,
            "(select count(*) from instance y join series x on x.id = y.series_id where x.study_id = s.id)"),
    MODALITY(0x00080060, SearchLevel.SERIES, Matching.TEXT, "e.modality"),
    SERIES_DESCRIPTION(0x0008103E, SearchLevel.SERIES, Matching.TEXT, "e.description"),
    BODY_PART(0x00180015, SearchLevel.SERIES, Matching.TEXT, "e.body_part"),
    SERIES_INSTANCE_UID(0x0020000E, SearchLevel.SERIES, Matching.UID, "e.series_instance_uid"),
    SERIES_NUMBER(0x00200011, SearchLevel.SERIES, Matching.NUMBER, "e.series_number"),
    SERIES_INSTANCES(
            0x00201209,
            SearchLevel.SERIES,
            Matching.NONE,
            "(select count(*) from instance y where y.series_id = e.id)"),
    PERFORMED_DATE(0x00400244, SearchLevel.SERIES, Matching.DATE, "e.performed_date"),
    PERFORMED_TIME(0x00400245, SearchLevel.SERIES, Matching.TIME, "e.performed_time"),
    SCHEDULED_STEP_ID(0x00400275, 0x00400009, "scheduled_step_id"),
    REQUESTED_PROCEDURE_ID(0x00400275, 0x00401001, "requested_procedure_id"),
    SOP_CLASS_UID(0x00080016, SearchLevel.INSTANCE, Matching.UID, "i.sop_class_uid"),
    SOP_INSTANCE_UID(0x00080018, SearchLevel.INSTANCE, Matching.UID, "i.sop_instance_uid"),
    INSTANCE_NUMBER(0x00200013, SearchLevel.INSTANCE, Matching.NUMBER, "i.instance_number"),
    NUMBER_OF_FRAMES(0x00280008, SearchLevel.INSTANCE, Matching.NUMBER, "i.frames"),
    ROWS(0x00280010, SearchLevel.INSTANCE, Matching.NUMBER, "i.rows"),
    COLUMNS(0x00280011, SearchLevel.INSTANCE, Matching.NUMBER, "i.columns"),
    BITS_ALLOCATED(0x00280100, SearchLevel.INSTANCE, Matching.NUMBER, "i.bits_allocated"),
    TRANSFER_SYNTAX(0x00083002, SearchLevel.INSTANCE, Matching.UID, "i.transfer_syntax_uid");

    /** Of attributes that are not in a sequence. */
    public static final int NO_SEQUENCE = 0;

    private final int sequence;
    private final int tag;
    private final SearchLevel level;
    private final Matching matching;
    private final String column;

    SearchAttribute(int tag, SearchLevel level, Matching matching, String column) {
        this.sequence = NO_SEQUENCE;
        this.tag = tag;
        this.level = level;
        this.matching = matching;
        this.column = column;
    }

    /** In the items of the series' requests. */
    SearchAttribute(int sequence, int tag, String column) {
        this.sequence = sequence;
        this.tag = tag;
        this.level = SearchLevel.SERIES;
        this.matching = Matching.OF_ITEM;
        this.column = column;
    }

    /** Tag of the sequence that it is in; {@link #NO_SEQUENCE} at the top level. */
    public int sequence() {
        return sequence;
    }

    public int tag() {
        return tag;
    }

    /** The entity that it describes. */
    public SearchLevel level() {
        return level;
    }

    public Matching matching() {
        return matching;
    }

    /** Whether it is counted or collected from entities below, which takes time for each match. */
    public boolean isAggregate() {
        return matching == Matching.NONE || matching == Matching.OF_SERIES || matching == Matching.OF_INSTANCES;
    }

    String column() {
        return column;
    }

    /** What the select list says: text, the values of several joined by a backslash, those of items in their order. */
    String selected() {
        return matching == Matching.OF_ITEM
                ? "(select string_agg(r." + column + ", '\\' order by r.ordinal) from series_request r"
                        + " where r.series_id = e.id)"
                : "cast(" + column + " as text)";
    }

    /** The attributes of a level and of those above it. */
    public static List<SearchAttribute> upTo(SearchLevel level) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.level.compareTo(level) <= 0)
                .toList();
    }

    /**
     * The attribute of a level, or of one above it, with this tag.
     *
     * @param sequence the sequence that it is in, or {@link #NO_SEQUENCE}
     */
    public static Optional<SearchAttribute> find(int sequence, int tag, SearchLevel level) {
        return upTo(level).stream()
                .filter(attribute -> attribute.sequence == sequence && attribute.tag == tag)
                .findFirst();
    }
}
