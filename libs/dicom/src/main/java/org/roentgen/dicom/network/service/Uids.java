package org.roentgen.dicom.network.service;

import java.util.regex.Pattern;

/** Form of a UID (PS3.5 section 9.1), lenient about leading zeros, which real devices send. */
final class Uids {
    private static final int MAXIMUM_LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private Uids() {}

    static boolean isValid(String uid) {
        return uid.length() <= MAXIMUM_LENGTH && FORM.matcher(uid).matches();
    }
}
