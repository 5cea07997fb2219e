package org.roentgen.dicom;

/** How many damaged inputs a test tries: a slice in every build, {@code -Droentgen.mutations=100000} once in a while. */
public final class Mutations {
    private static final String PROPERTY = "roentgen.mutations";

    private Mutations() {}

    /** The number asked for, or the usual one. */
    public static int count(int usual) {
        return Integer.getInteger(PROPERTY, usual);
    }

    /** One part of the number asked for, rounded up, or the usual one. */
    public static int count(int usual, int parts) {
        Integer asked = Integer.getInteger(PROPERTY);
        return asked == null ? usual : Math.ceilDiv(asked, parts);
    }
}
