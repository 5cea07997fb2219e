package org.roentgen.imaging.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * An invented person.
 *
 * @param name in DICOM's form, family name first
 * @param birthDate yyyyMMdd
 */
public record Identity(String name, String patientId, String birthDate, String sex, String accessionNumber) {
    private static final List<String> FAMILY = List.of(
            "Beispiel", "Probando", "Fictief", "Testova", "Esempio", "Muster", "Sample", "Invent", "Placebo", "Dummy");
    private static final List<String> FEMALE = List.of("Ada", "Berta", "Clara", "Dora", "Emilia", "Flora");
    private static final List<String> MALE = List.of("Anton", "Bruno", "Carlo", "Dario", "Emil", "Felix");

    static Identity invent(int number, SplittableRandom random) {
        boolean female = random.nextBoolean();
        List<String> given = female ? FEMALE : MALE;
        String name = FAMILY.get(number % FAMILY.size()) + "^" + given.get(random.nextInt(given.size()));
        String birthDate =
                "%04d%02d%02d".formatted(random.nextInt(1940, 2000), random.nextInt(1, 13), random.nextInt(1, 29));
        return new Identity(
                name,
                "SYN-%05d".formatted(random.nextInt(10_000) * 10 + number % 10),
                birthDate,
                female ? "F" : "M",
                "SYNACC%06d".formatted(random.nextInt(1_000_000)));
    }

    /** The lines that are burned into images. */
    List<String> burnedInLines() {
        String birth =
                "%s-%s-%s".formatted(birthDate.substring(0, 4), birthDate.substring(4, 6), birthDate.substring(6));
        return List.of(name.replace('^', ' ').toUpperCase(Locale.ROOT), "ID " + patientId, "BORN " + birth);
    }
}
