package org.roentgen.dicom.network.service;

import java.util.Set;
import java.util.stream.Collectors;
import org.roentgen.dicom.UidEntry;

/** The storage SOP classes of the dictionary (PS3.4 annexes B.5 and GG). */
public final class StorageSopClasses {
    private static final String COMPOSITE_ROOT = "1.2.840.10008.5.1.4.1.1.";

    /** All of them, retired ones included. */
    public static final Set<String> ALL = UidEntry.all().stream()
            .filter(entry -> entry.type() == UidEntry.Type.SOP_CLASS)
            .filter(StorageSopClasses::isStorage)
            .map(UidEntry::uid)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST_CONTEXTS = 126;
    private static final int FIRST_SPECIALISED = 200;

    /** Those of today's images, reports and other clinical objects: so many as one association can carry. */
    public static final Set<String> COMMON = UidEntry.all().stream()
            .filter(entry -> ALL.contains(entry.uid()) && !entry.retired())
            .map(UidEntry::uid)
            .filter(uid -> uid.startsWith(COMPOSITE_ROOT) && branch(uid) < FIRST_SPECIALISED)
            .limit(MOST_CONTEXTS)
            .collect(Collectors.toUnmodifiableSet());

    private StorageSopClasses() {}

    private static int branch(String uid) {
        return Integer.parseInt(uid.substring(COMPOSITE_ROOT.length()).split("\\.", 2)[0]);
    }

    private static boolean isStorage(UidEntry entry) {
        return entry.uid().startsWith(COMPOSITE_ROOT)
                || entry.keyword().endsWith("Storage") && !entry.keyword().equals("MediaStorageDirectoryStorage");
    }
}
