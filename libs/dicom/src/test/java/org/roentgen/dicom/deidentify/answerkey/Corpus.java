package org.roentgen.dicom.deidentify.answerkey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.UidEntry;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.answerkey.Planted.Place;

/** Makes instances in which every attribute of the table is planted, at the top and in nested sequences. */
final class Corpus {
    static final String PATIENT_ID = "MRNQX77421Z";
    static final String UID_ROOT = "1.2.826.0.1.3680043.10.7777.";
    static final String SAFE_WORDS = "axial thin slices";
    private static final LocalDate FIRST_DAY = LocalDate.of(1951, 3, 1);
    private static final int[] NESTING = {
        Tag.SharedFunctionalGroupsSequence, Tag.ReferencedSeriesSequence, Tag.ConceptNameCodeSequence
    };
    private static final String PRIVATE_NEEDLE = "PRIVATEQX";

    private final StandardTable table;
    private final List<Integer> unlisted = new ArrayList<>();

    Corpus(StandardTable table) throws IOException {
        this.table = table;
        Set<String> additions = new HashSet<>();
        StandardTable.resource("/org/roentgen/dicom/deidentify/additions.txt")
                .forEach(line -> additions.add(line.substring(0, 8)));
        for (String line : StandardTable.resource("/org/roentgen/dicom/elements.txt")) {
            String tag = line.substring(0, 8);
            if (tag.contains("x")
                    || tag.compareTo("0008") < 0
                    || tag.compareTo("5000") > 0
                    || additions.contains(tag)) {
                continue;
            }
            int number = Integer.parseUnsignedInt(tag, 16);
            if (!table.rows.containsKey(number) && isHarmless(number)) {
                unlisted.add(number);
            }
        }
    }

    /** Attributes that the table is silent about stay; those that shape pixels would need pixels to be right. */
    private static boolean isHarmless(int tag) {
        return switch (Dictionary.vr(tag)) {
            case US, SS, UL, FL, FD, DS, IS, CS, LO, SH ->
                tag != Tag.SpecificCharacterSet
                        && tag != Tag.PatientIdentityRemoved
                        && tag != Tag.DeidentificationMethod
                        && Tags.group(tag) != 0x0028;
            default -> false;
        };
    }

    /** One instance of a storage class with the identity of a person. */
    Planted make(String sopClass, People person, Profile profile, int number) {
        List<Place> places = new ArrayList<>();
        DataSet.Builder builder = DataSet.builder();
        if (!person.characterSet().isEmpty()) {
            builder.put(Tag.SpecificCharacterSet, person.characterSets());
        }
        builder.put(Tag.SOPClassUID, sopClass).put(Tag.Modality, "OT");
        plantAll(builder, person, profile, number, List.of(), places);
        for (int tag : unlisted) {
            boolean isMisused = Dictionary.vr(tag) == VR.LO && places.size() % 5 == 0;
            put(builder, tag, isMisused ? new String[] {description(person)} : harmless(Dictionary.vr(tag)), "");
            places.add(new Place(List.of(tag), isMisused ? "C" : "K"));
        }
        plantNested(builder, person, profile, number, places);
        plantPrivate(builder, List.of(), places);
        plantRepeatingGroups(builder, places);
        Set<String> needles = new HashSet<>(person.needles());
        needles.addAll(List.of(PATIENT_ID, UID_ROOT, PRIVATE_NEEDLE, "ACCQX", "QXVALUE"));
        return new Planted(
                UidEntry.find(sopClass).orElseThrow().keyword() + " " + person.characterSet(),
                builder.build(),
                places,
                needles);
    }

    private void plantAll(
            DataSet.Builder builder,
            People person,
            Profile profile,
            int number,
            List<Integer> path,
            List<Place> places) {
        for (int tag : table.rows.keySet()) {
            boolean isPlantable =
                    Tags.group(tag) > 4 && Dictionary.find(tag).isPresent() && tag != Tag.EncapsulatedDocument;
            if (!isPlantable || tag >>> 16 == 0xFFFA) {
                continue;
            }
            String expected = table.expected(tag, profile);
            List<Integer> place = append(path, tag);
            if (Dictionary.vr(tag).isSequence()) {
                builder.putItems(tag, item(person, number));
                places.add(new Place(
                        place, expected.replace('K', 'T').replace('D', 'T').replace('C', 'T')));
            } else {
                String[] values = expected.equals("K")
                        ? harmless(Dictionary.vr(tag))
                        : planted(tag, expected, person, places.size(), number);
                put(builder, tag, values, expected.equals("K") ? "SAFE" : "QXVALUE QXVALUE ");
                places.add(new Place(place, expected));
            }
        }
    }

    /** An item whose contents has to be treated whatever becomes of the sequence around it. */
    private static DataSet item(People person, int number) {
        DataSet.Builder item = DataSet.builder()
                .put(Tag.PatientName, person.name())
                .put(Tag.PatientID, PATIENT_ID)
                .put(Tag.PatientAddress, "QXVALUE street")
                .put(Tag.StudyInstanceUID, UID_ROOT + number + ".1");
        if (!person.characterSet().isEmpty()) {
            item.put(Tag.SpecificCharacterSet, person.characterSets());
        }
        return item.build();
    }

    /** Three sequences in each other, each with all attributes of the table. */
    private void plantNested(DataSet.Builder builder, People person, Profile profile, int number, List<Place> places) {
        List<Integer> path = new ArrayList<>();
        for (int tag : NESTING) {
            path.add(tag);
        }
        DataSet inner = DataSet.EMPTY;
        for (int depth = NESTING.length; depth >= 1; depth--) {
            DataSet.Builder item = DataSet.builder();
            if (!person.characterSet().isEmpty()) {
                item.put(Tag.SpecificCharacterSet, person.characterSets());
            }
            plantAll(item, person, profile, number, path.subList(0, depth), places);
            plantPrivate(item, path.subList(0, depth), places);
            if (depth < NESTING.length) {
                item.putItems(NESTING[depth], inner);
            }
            inner = item.build();
        }
        builder.putItems(NESTING[0], inner);
    }

    private static void plantPrivate(DataSet.Builder builder, List<Integer> path, List<Place> places) {
        byte[] bytes = PRIVATE_NEEDLE.getBytes(StandardCharsets.US_ASCII);
        builder.put(0x00290010, VR.LO, PRIVATE_NEEDLE)
                .put(0x00291001, VR.LO, PRIVATE_NEEDLE)
                .putBytes(0x00291002, VR.UN, bytes)
                .putBytes(0x00291003, VR.OB, bytes)
                .putItems(
                        0x00291004,
                        DataSet.builder().put(Tag.PatientName, PRIVATE_NEEDLE).build())
                .put(0x00187777, VR.LO, PRIVATE_NEEDLE);
        for (int tag : new int[] {0x00290010, 0x00291001, 0x00291002, 0x00291003, 0x00291004, 0x00187777}) {
            places.add(new Place(append(path, tag), "X"));
        }
    }

    private static void plantRepeatingGroups(DataSet.Builder builder, List<Place> places) {
        byte[] bytes = PRIVATE_NEEDLE.getBytes(StandardCharsets.US_ASCII);
        builder.putBytes(0x60003000, VR.OW, bytes)
                .put(0x60004000, VR.LT, PRIVATE_NEEDLE)
                .putBytes(0x50003000, VR.OW, bytes)
                .put(0x50000022, VR.LO, PRIVATE_NEEDLE)
                .putBytes(0xFFFCFFFC, VR.OB, bytes);
        for (int tag : new int[] {0x60003000, 0x60004000, 0x50003000, 0x50000022, 0xFFFCFFFC}) {
            places.add(new Place(List.of(tag), "X"));
        }
    }

    private static List<Integer> append(List<Integer> path, int tag) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(tag);
        return List.copyOf(longer);
    }

    private static String[] harmless(VR vr) {
        return switch (vr) {
            case US, UL, UV, SS, SL, SV -> new String[] {"12"};
            case FL, FD -> new String[] {"1.5"};
            case DS, IS -> new String[] {"34"};
            case DA -> new String[] {"20010203"};
            case DT -> new String[] {"20010203040506"};
            case TM -> new String[] {"040506"};
            case AS -> new String[] {"034Y"};
            case CS -> new String[] {"AXIAL"};
            case UI -> new String[] {"1.2.3.4"};
            case OB, OW, UN -> new String[0];
            default -> new String[] {"value " + vr};
        };
    }

    private static String[] planted(int tag, String expected, People person, int place, int number) {
        String day = FIRST_DAY.plusDays(place).format(DateTimeFormatter.BASIC_ISO_DATE);
        return switch (Dictionary.vr(tag)) {
            case PN -> new String[] {person.name()};
            case UI -> new String[] {UID_ROOT + number + "." + Integer.toUnsignedString(tag)};
            case DA -> new String[] {day};
            case DT -> new String[] {day + "101112.25"};
            case TM -> new String[] {"101112.345"};
            case AS -> new String[] {"093Y"};
            case DS, IS -> new String[] {"77421"};
            case UR -> new String[] {"http://qx.example/" + PATIENT_ID};
            case US, UL, UV, SS, SL, SV, FL, FD -> new String[] {"77"};
            case AE -> new String[] {PATIENT_ID};
            case CS -> new String[] {"QXVALUE"};
            case SH -> new String[] {tag == Tag.AccessionNumber ? "ACCQX" + place : PATIENT_ID};
            case LO, LT, ST, UT, UC -> new String[] {expected.equals("C") ? description(person) : PATIENT_ID};
            default -> new String[0];
        };
    }

    /** Words that have to stay among identifiers that have to go. */
    private static String description(People person) {
        return SAFE_WORDS + ", " + person.needles().getFirst() + " " + PATIENT_ID;
    }

    private static void put(DataSet.Builder builder, int tag, String[] values, String bytes) {
        VR vr = Dictionary.vr(tag);
        if (values.length == 0) {
            builder.putBytes(tag, vr, bytes.getBytes(StandardCharsets.US_ASCII));
        } else {
            builder.put(tag, vr, values);
        }
    }
}
