package org.roentgen.store.search;

/** How the values of an attribute are matched (PS3.4 section C.2.2.2). */
public enum Matching {
    /** Not at all: the attribute is only returned. */
    NONE,
    /** Single value or wild card, by case. */
    TEXT,
    /** Single value or wild card, whatever the case and the accents, in any component group. */
    NAME,
    /** A whole number. */
    NUMBER,
    /** A date or a range of dates. */
    DATE,
    /** A time or a range of times, each as exact as it is given. */
    TIME,
    /** A list of UIDs. */
    UID,
    /** Single value or wild card that one series of the study has. */
    OF_SERIES,
    /** A list of UIDs of which one instance of the study has one. */
    OF_INSTANCES,
    /** Single value or wild card, in the same item of a sequence as the other keys of it. */
    OF_ITEM
}
