package org.roentgen.store.search;

/** What a search looks for: the entities of the composite information model (PS3.4 section C.3). */
public enum SearchLevel {
    PATIENT(" from patient p", " order by p.patient_id, p.id"),
    STUDY(
            " from study s join patient p on p.id = s.patient_id",
            " order by s.study_date desc, s.study_time desc, s.study_instance_uid"),
    SERIES(
            STUDY.from + " join series e on e.study_id = s.id",
            " order by s.study_instance_uid, e.series_number, e.series_instance_uid"),
    INSTANCE(
            SERIES.from + " join instance i on i.series_id = e.id",
            " order by s.study_instance_uid, e.series_number, e.series_instance_uid, i.instance_number,"
                    + " i.sop_instance_uid");

    private final String from;
    private final String order;

    SearchLevel(String from, String order) {
        this.from = from;
        this.order = order;
    }

    String from() {
        return from;
    }

    String order() {
        return order;
    }
}
