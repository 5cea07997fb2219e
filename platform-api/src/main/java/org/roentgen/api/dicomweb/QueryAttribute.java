package org.roentgen.api.dicomweb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.Tag;

/** An attribute that the archive can match and return (PS3.18 Table 10.6.3-3 and following). */
enum QueryAttribute {
    STUDY_DATE(Tag.StudyDate, QueryLevel.STUDY, "s.study_date", Matching.RANGE),
    STUDY_TIME(Tag.StudyTime, QueryLevel.STUDY, "s.study_time", Matching.RANGE),
    ACCESSION_NUMBER(Tag.AccessionNumber, QueryLevel.STUDY, "s.accession_number", Matching.TEXT),
    MODALITIES_IN_STUDY(
            Tag.ModalitiesInStudy,
            QueryLevel.STUDY,
            "(select string_agg(distinct x.modality, '\\') from series x where x.study_id = s.id and x.modality <> '')",
            Matching.MODALITIES),
    REFERRING_PHYSICIAN(Tag.ReferringPhysicianName, QueryLevel.STUDY, "s.referring_physician", Matching.NAME),
    STUDY_DESCRIPTION(Tag.StudyDescription, QueryLevel.STUDY, "s.description", Matching.TEXT),
    PATIENT_NAME(Tag.PatientName, QueryLevel.STUDY, "p.name", Matching.NAME),
    PATIENT_ID(Tag.PatientID, QueryLevel.STUDY, "p.patient_id", Matching.TEXT),
    PATIENT_BIRTH_DATE(Tag.PatientBirthDate, QueryLevel.STUDY, "p.birth_date", Matching.RANGE),
    PATIENT_SEX(Tag.PatientSex, QueryLevel.STUDY, "p.sex", Matching.TEXT),
    STUDY_INSTANCE_UID(Tag.StudyInstanceUID, QueryLevel.STUDY, "s.study_instance_uid", Matching.UIDS),
    STUDY_ID(Tag.StudyID, QueryLevel.STUDY, "s.study_id", Matching.TEXT),
    STUDY_SERIES(
            Tag.NumberOfStudyRelatedSeries,
            QueryLevel.STUDY,
            "(select count(*) from series x where x.study_id = s.id)",
            Matching.NONE),
    STUDY_INSTANCES(
            Tag.NumberOfStudyRelatedInstances,
            QueryLevel.STUDY,
            "(select count(*) from instance y join series x on x.id = y.series_id where x.study_id = s.id)",
            Matching.NONE),
    MODALITY(Tag.Modality, QueryLevel.SERIES, "e.modality", Matching.TEXT),
    SERIES_DESCRIPTION(Tag.SeriesDescription, QueryLevel.SERIES, "e.description", Matching.TEXT),
    BODY_PART(Tag.BodyPartExamined, QueryLevel.SERIES, "e.body_part", Matching.TEXT),
    SERIES_INSTANCE_UID(Tag.SeriesInstanceUID, QueryLevel.SERIES, "e.series_instance_uid", Matching.UIDS),
    SERIES_NUMBER(Tag.SeriesNumber, QueryLevel.SERIES, "e.series_number", Matching.TEXT),
    SERIES_INSTANCES(
            Tag.NumberOfSeriesRelatedInstances,
            QueryLevel.SERIES,
            "(select count(*) from instance y where y.series_id = e.id)",
            Matching.NONE),
    SOP_CLASS_UID(Tag.SOPClassUID, QueryLevel.INSTANCE, "i.sop_class_uid", Matching.UIDS),
    SOP_INSTANCE_UID(Tag.SOPInstanceUID, QueryLevel.INSTANCE, "i.sop_instance_uid", Matching.UIDS),
    INSTANCE_NUMBER(Tag.InstanceNumber, QueryLevel.INSTANCE, "i.instance_number", Matching.TEXT),
    NUMBER_OF_FRAMES(Tag.NumberOfFrames, QueryLevel.INSTANCE, "i.frames", Matching.TEXT),
    ROWS(Tag.Rows, QueryLevel.INSTANCE, "i.rows", Matching.TEXT),
    COLUMNS(Tag.Columns, QueryLevel.INSTANCE, "i.columns", Matching.TEXT),
    TRANSFER_SYNTAX(Tag.AvailableTransferSyntaxUID, QueryLevel.INSTANCE, "i.transfer_syntax_uid", Matching.UIDS);

    /** How values are matched (PS3.4 section C.2.2.2). */
    enum Matching {
        NONE,
        TEXT,
        NAME,
        RANGE,
        UIDS,
        MODALITIES
    }

    private final int tag;
    private final QueryLevel level;
    private final String column;
    private final Matching matching;

    QueryAttribute(int tag, QueryLevel level, String column, Matching matching) {
        this.tag = tag;
        this.level = level;
        this.column = column;
        this.matching = matching;
    }

    int tag() {
        return tag;
    }

    String column() {
        return column;
    }

    Matching matching() {
        return matching;
    }

    /** The attributes of a level and of those above it. */
    static List<QueryAttribute> upTo(QueryLevel level) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.level.compareTo(level) <= 0)
                .toList();
    }

    static Optional<QueryAttribute> of(int tag, QueryLevel level) {
        return upTo(level).stream().filter(attribute -> attribute.tag == tag).findFirst();
    }
}
