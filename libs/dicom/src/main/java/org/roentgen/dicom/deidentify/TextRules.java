package org.roentgen.dicom.deidentify;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in free text has the form of an identifier, whoever it belongs to. */
final class TextRules {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String MONTH =
            "(?:jan|feb|fév|fev|mar|mär|mrz|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|aoû|aou|ago|sep|set"
                    + "|oct|okt|out|nov|dec|déc|dez|dic|ene)\\p{L}{0,7}";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\S+@\\S+|\\b(?:https?|ftp)://\\S+|\\bwww\\.\\S+", FLAGS),
            Pattern.compile("\\b\\d{1,4}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?\\d{1,4}\\b"),
            Pattern.compile(
                    "\\b(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?[\\s./-]*" + MONTH + "[\\s.,/-]*\\d{2,4}\\b", FLAGS),
            Pattern.compile("\\b" + MONTH + "[\\s./-]*\\d{1,2}(?:st|nd|rd|th)?[\\s,./-]+\\d{2,4}\\b", FLAGS),
            Pattern.compile("\\b" + MONTH + "[\\s./,-]*(?:19|20)\\d\\d\\b", FLAGS),
            Pattern.compile(
                    "\\d{2,4}\\s?年\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?|\\d{4}년\\s?\\d{1,2}월(?:\\s?\\d{1,2}일)?"),
            Pattern.compile("\\+?\\(?\\d[\\d ()/.-]{6,}\\d"),
            Pattern.compile("[\\p{L}\\p{N}]*\\d{5,}[\\p{L}\\p{N}]*"),
            Pattern.compile("\\b\\p{Lu}{1,4}[-_ ]?\\d{5,}\\b"),
            Pattern.compile("\\b\\d+(?:\\.\\d+){3,}\\b"),
            Pattern.compile(
                    "\\b(?:9\\d|1[01]\\d)[\\s-]*(?:years?|yrs?|y\\.?o|y|jahre?|ans|años)\\b[\\s-]*(?:old|alt)?", FLAGS),
            Pattern.compile("[\\p{L}\\p{M}'-]+(?:\\^[\\p{L}\\p{M}'-]*)+"),
            Pattern.compile("\\b(?:pat(?:ient)?[ -]?name|name|born|geb|né|née)\\b[.:#\\s]*[:#=][^,;|\\n]*", FLAGS),
            Pattern.compile(
                    "\\b(?:mrn|dob|ssn|acc(?:ession)?|tel|phone|fax|nhs|pat(?:ient)?[ -]?(?:id|no|nr)|pid)\\b[.:#=\\s]*(?:no\\.?|nr\\.?|number)?"
                            + "[.:#=\\s]*[\\p{L}\\p{N}-]*\\d[\\p{L}\\p{N}/.-]*",
                    FLAGS));
    /** What no version, model or setting looks like. */
    private static final List<Pattern> SURE_FORMS = List.of(
            Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}"),
            Pattern.compile(
                    "(?<![\\d.])(?:19|20)\\d\\d([./-])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?![\\d.])"),
            Pattern.compile(
                    "(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])([./-])(?:0?[1-9]|[12]\\d|3[01])\\1(?:19|20)\\d\\d(?![\\d.])"),
            Pattern.compile("(?<![\\d/])(?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|[12]\\d|3[01])/\\d\\d(?![\\d/])"),
            Pattern.compile(
                    "\\b(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?[\\s./-]*" + MONTH + "[\\s.,/-]*(?:19|20)\\d\\d\\b",
                    FLAGS),
            Pattern.compile("\\b" + MONTH + "[\\s./-]*\\d{1,2}(?:st|nd|rd|th)?[\\s,./-]+(?:19|20)\\d\\d\\b", FLAGS),
            Pattern.compile(
                    "\\d{4}\\s?年\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?|\\d{4}년\\s?\\d{1,2}월(?:\\s?\\d{1,2}일)?"),
            Pattern.compile(
                    "(?<![\\w.])(?:\\+\\d{1,3}[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}(?![\\w.])"),
            Pattern.compile("(?<![\\d.])[012](?:\\.\\d+){7,}(?![\\d.])"),
            Pattern.compile("\\b(?:born|dob|geb|né|née|scan(?:ned)?|on|date)\\b[.:#=\\s]*(?:19|20)\\d{6}\\b", FLAGS),
            Pattern.compile(
                    "\\b(?:mrn|dob|ssn)\\b[.:#=\\s]*(?:no\\.?|nr\\.?|number)?[.:#=\\s]*[\\p{L}\\p{N}-]*\\d[\\p{L}\\p{N}/.-]*",
                    FLAGS));

    private static final Pattern PLACE = Pattern.compile(
            "(?:(?:\\p{Lu}[\\p{L}\\p{M}'’-]*|St\\.)\\s+){1,4}(?:Hospitals?|HOSPITALS?|Clinic|CLINIC|Infirmary|INFIRMARY|Klinikum|Krankenhaus)\\b"
                    + "|\\b(?:Hôpital|Hopital|Hospital|Klinikum|Ospedale)\\s+(?:(?:de|del|der|di|la|St\\.?|San|Santa)\\s+)*\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]*");

    private static final List<Pattern> AGES = List.of(
            Pattern.compile(
                    "\\b\\d{1,3}[\\s-]*(?:years?|yrs?|y[./]?\\s?o|y|jahre?|ans|años)\\b\\.?[\\s-]*(?:old|alt)?(?:\\s+(?:male|female|man|woman))?",
                    FLAGS),
            // Two digits at least, and no catheter, whose size is given in French too.
            Pattern.compile("\\b\\d{2,3}\\s?[MF]\\b(?!\\s*(?i:cath|sheath|drain|stent|tube))"));

    private static final String CAPITALISED =
            "(?:\\s+(?:van|von|de|del|della|der|den|la|le|di|da|bin|al)){0,2}\\s+\\p{Lu}[\\p{L}\\p{M}'’.-]*";
    private static final Pattern TITLED = Pattern.compile(
            "(?:\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Doctor|Herr|Frau|Mme|Madame|Monsieur|Sra?|Señora?|Sig|Signora?|Dott)\\b\\.?"
                    + "|\\b(?:MRS|PROF|HERR|FRAU|MME|SRA)\\b\\.?|\\b(?:MR|DR|MS)\\.)"
                    + "(?:" + CAPITALISED + "){1,4}");
    private static final Pattern BY = Pattern.compile(
            "\\b(?i:by|from|for|attending|physician|technologist|radiologist|operator|referred by|performed by|read by|patient|pt)\\b:?"
                    + "(?:\\s+(?i:dr|prof|mr|mrs|ms)\\.?)?(?<names>(?:\\s+\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]*){2,3})");
    private static final Pattern DOUBTFUL = Pattern.compile("\\b(?:MR|DR|MS|MISS|SR)\\s+(?<name>\\p{Lu}{2,})\\b");
    private static final Pattern TITLE_LEFT =
            Pattern.compile("\\b(?:Mrs|Mr|Miss|Dr|Prof|Herr|Frau|Mme|PROF|MRS|HERR|FRAU)\\b\\.?");

    private static final int SHORTEST_SURE = 5;

    private TextRules() {}

    static void mark(String text, Marks marks) {
        FORMS.forEach(marks::markAll);
        marks.markAll(TITLED);
        marks.markAll(PLACE);
        Matcher by = BY.matcher(text);
        while (by.find()) {
            if (!isMedical(by.group("names"))) {
                marks.mark(by.start("names"), by.end("names"));
            }
        }
    }

    /** What is a day, a telephone number, an address, a UID or somebody with a title in any text, be it of a device. */
    static void markSurely(String text, Marks marks) {
        if (text.length() > SHORTEST_SURE) {
            SURE_FORMS.forEach(marks::markAll);
            marks.markAll(TITLED);
            marks.markAll(PLACE);
        }
    }

    /** The age and sex of somebody, such as 55F or 64 year old. */
    static void markAges(String text, Marks marks) {
        AGES.forEach(marks::markAll);
    }

    private static boolean isMedical(String words) {
        for (String word : words.strip().split("\\s+")) {
            if (Vocabulary.INSTANCE.contains(Words.plain(word))) {
                return true;
            }
        }
        return false;
    }

    /** True where a title that is left over may announce a name that no rule recognises. */
    static boolean isDoubtful(String text) {
        Matcher matcher = DOUBTFUL.matcher(text);
        while (matcher.find()) {
            if (!Vocabulary.INSTANCE.contains(Words.plain(matcher.group("name")))) {
                return true;
            }
        }
        return TITLE_LEFT.matcher(text).find();
    }
}
