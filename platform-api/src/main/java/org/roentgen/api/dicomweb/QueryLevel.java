package org.roentgen.api.dicomweb;

/** What a query looks for. */
enum QueryLevel {
    STUDY,
    SERIES,
    INSTANCE
}
