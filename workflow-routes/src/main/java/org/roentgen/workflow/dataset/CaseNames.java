package org.roentgen.workflow.dataset;

import java.util.Locale;
import java.util.Map;

/** Names of cases and patients from file names. */
final class CaseNames {
    private CaseNames() {}

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file's name without folders and image extensions. */
    static String stem(String path) {
        String name = fileName(path);
        String lower = name.toLowerCase(Locale.ROOT);
        for (String extension : new String[] {".nii.gz", ".nii", ".png", ".jpg", ".jpeg", ".npy"}) {
            if (lower.endsWith(extension)) {
                return name.substring(0, name.length() - extension.length());
            }
        }
        return name;
    }

    static String patient(String path, Map<String, String> patients) {
        return patients.getOrDefault(stem(path), stem(path));
    }
}
