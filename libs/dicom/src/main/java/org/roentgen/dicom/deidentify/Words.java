package org.roentgen.dicom.deidentify;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of names and text in a form in which their spellings meet. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ASCII = Pattern.compile("[a-z0-9]*");

    private Words() {}

    /** Lower case, without accents; sharp s and ligatures written out. */
    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (ASCII.matcher(lower).matches()) {
            return lower;
        }
        String spelled = lower.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ł", "l");
        return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    /** The spelling with ae, oe, ue in place of the umlauts; the plain one where there are none. */
    static String germanPlain(String word) {
        return plain(word.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("å", "aa")
                .replace("ø", "oe"));
    }

    /** True for scripts that put no spaces between words, in which a name may stand anywhere in the text. */
    static boolean isUnspaced(String word) {
        return word.codePoints().anyMatch(point -> switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        });
    }

    /** True where one insertion, deletion, change or swap of neighbours makes the words equal. */
    static boolean isOneEditApart(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = shorter == one ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter.length() && shorter.charAt(start) == longer.charAt(start)) {
            start++;
        }
        String restShort = shorter.substring(start);
        String restLong = longer.substring(start);
        if (restShort.length() < restLong.length()) {
            return restLong.substring(1).equals(restShort);
        }
        if (restShort.isEmpty() || restLong.substring(1).equals(restShort.substring(1))) {
            return true;
        }
        return restShort.length() >= 2
                && restShort.charAt(0) == restLong.charAt(1)
                && restShort.charAt(1) == restLong.charAt(0)
                && restShort.substring(2).equals(restLong.substring(2));
    }
}
