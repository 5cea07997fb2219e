package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.deidentify.TableLines;

/**
 * Tells what of the lines of text in an image has to go. Marks of side, position and projection stay: lines in which nothing but words of
 * {@code marks.txt} is read, every letter of them surely, and none of the patient's. So do single letters and pairs, but for the patient's
 * initials. What is hardly found goes where three letters or more are read in it, and a line that reads like an identifier goes but for marks
 * at its ends. Whatever is in doubt is no mark.
 */
final class MarkReader {
    private static final double LEAST_SURE = 0.85;
    /** Of more letters, as these are hardly read by chance. */
    private static final double LEAST_SURE_OF_MANY = 0.5;

    private static final int MANY = 4;
    /** A reading of what is hardly found that is less likely is chance. */
    private static final double LEAST_LIKELY = 0.4;

    /** Images that are smaller look like a piece of a line themselves. */
    private static final int LEAST_SIDE = 56;

    private static final int MOST_WORDS = 4;
    private static final int FEW = 2;
    /** Width of one or two letters in parts of their height. */
    private static final double WIDEST_LETTER = 1.6;

    private static final double WIDEST_PAIR = 2.5;
    /** What is beside a word, in parts of its height, where another letter of it would be. */
    private static final double BESIDE = 0.75;
    /** How much larger lines may be than the letters in them, in parts of their height and in cells. */
    private static final double SLACK = 0.8;

    private static final double SLACK_OF_CELLS = 1.5;
    /** Pixels beside a mark that stay, as the edges of its strokes are pale. */
    private static final int ROOM = 2;

    /** Words that are seen from behind at times, as they are made of lead. */
    private static final Set<String> SIDES = Set.of("LEFT", "RIGHT");

    private static final Set<String> WORDS = new HashSet<>();

    static {
        TableLines.forEach("marks.txt", line -> WORDS.addAll(List.of(line.split(" "))));
    }

    private final TextReader reader;
    private final Identifiers identifiers;

    /** @param dataSet names the patient */
    MarkReader(TextReader reader, DataSet dataSet) {
        this.reader = reader;
        this.identifiers = new Identifiers(dataSet);
    }

    /**
     * A part of an image that may hold a line of text.
     *
     * @param cuts the part turned in each way in which it may run to the right
     * @param readings what is read in each of them
     */
    private record Text(Plane plane, Box box, List<Plane> cuts, List<Reading> readings) {
        /** True where enough is read that it is hardly chance. */
        boolean says() {
            return readings.stream()
                    .anyMatch(reading -> reading.letters() > FEW && reading.likelihood() >= LEAST_LIKELY);
        }
    }

    /** What goes, what goes but for the marks in it, and the marks. */
    private record Verdict(List<Box> going, List<Line> doubtful, List<Box> marks) {}

    /**
     * The rectangles to blank, with a margin; they may overlap.
     *
     * @param least probability from which on small letters are text, read or not
     */
    List<Box> identifying(Plane plane, List<Line> lines, double least) {
        Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean isLarge = Math.min(plane.width(), plane.height()) >= LEAST_SIDE;
        for (Line line : lines) {
            List<Box> boxes = line.isSlanted() ? line.parts() : Bands.lines(plane, line.whole());
            List<Text> texts = boxes.stream().map(box -> text(plane, box)).toList();
            if (line.likelihood() >= (isLarge && line.isFine() ? least : TextFinder.SURE)) {
                judge(line, texts, verdict);
            } else {
                texts.stream()
                        .filter(Text::says)
                        .forEach(text -> judge(line.only(wider(text.box)), List.of(text), verdict));
            }
        }
        verdict.doubtful.forEach(line -> verdict.going.addAll(rest(line, verdict.marks)));
        return verdict.going;
    }

    private void judge(Line line, List<Text> texts, Verdict verdict) {
        boolean isTheirs =
                texts.stream().flatMap(text -> text.readings.stream()).anyMatch(identifiers::resemble);
        List<Box> staying = new ArrayList<>();
        List<Box> marks = new ArrayList<>();
        for (Text text : line.isSlanted() ? List.<Text>of() : texts) {
            List<Box> found = marks(text);
            marks.addAll(found);
            if (!isTheirs && (found.contains(text.box) || isFew(text))) {
                staying.add(text.box);
            }
        }
        verdict.marks.addAll(marks);
        if (isTheirs) {
            verdict.going.addAll(without(line, marks));
        } else if (staying.size() < texts.size()
                || !explains(staying.stream().reduce(Box::around).orElseThrow(), line)) {
            verdict.doubtful.add(line);
        }
    }

    /** A line without the marks that were read, unless it is larger than one of them by its margin alone. */
    private static List<Box> rest(Line line, List<Box> marks) {
        return marks.stream().anyMatch(mark -> explains(mark, line)) ? List.of() : without(line, marks);
    }

    private static List<Box> without(Line line, List<Box> marks) {
        Stream<Box> rest = line.withMargin().stream();
        for (Box mark : marks) {
            rest = rest.flatMap(box -> box.without(mark.grown(ROOM, ROOM)).stream());
        }
        return rest.toList();
    }

    /** True where a line holds hardly more than some letters, be it paler. */
    private static boolean explains(Box letters, Line line) {
        int slack = (int)
                Math.ceil(Math.max(SLACK * Math.min(letters.width(), letters.height()), SLACK_OF_CELLS * line.cell()));
        return letters.grown(slack, slack).contains(line.box());
    }

    private Text text(Plane plane, Box box) {
        Plane cut = TextReader.cut(plane, box);
        List<Plane> cuts = turns(box).stream().map(turn -> turn.apply(cut)).toList();
        return new Text(plane, box, cuts, cuts.stream().map(reader::read).toList());
    }

    /** The text if it is a mark, else marks at its ends that stand apart from what is between them. */
    private List<Box> marks(Text text) {
        if (isMark(text)) {
            return List.of(text.box);
        }
        List<Box> parts = Bands.parts(text.plane, text.box);
        return parts.size() == 1
                ? List.of()
                : Stream.of(parts.getFirst(), parts.getLast())
                        .filter(part -> isMark(text(text.plane, part)))
                        .toList();
    }

    /** True where marks alone are read, and nothing more with what is beside them. */
    private boolean isMark(Text text) {
        Plane wider = TextReader.cut(text.plane, wider(text.box));
        List<UnaryOperator<Plane>> turns = turns(text.box);
        for (int i = 0; i < turns.size(); i++) {
            Plane beside = turns.get(i).apply(wider);
            if (isMark(text.readings.get(i), WORDS, beside)
                    || isMark(reader.read(text.cuts.get(i).mirrored()), SIDES, beside.mirrored())) {
                return true;
            }
        }
        return false;
    }

    private boolean isMark(Reading reading, Set<String> marks, Plane wider) {
        List<String> words = reading.words();
        return !words.isEmpty()
                && words.size() <= MOST_WORDS
                && reading.likelihood() >= (reading.letters() >= MANY ? LEAST_SURE_OF_MANY : LEAST_SURE)
                && marks.containsAll(words)
                && !identifiers.resemble(reading)
                && words.stream().noneMatch(identifiers::areInitials)
                && reader.read(wider).words().equals(words);
    }

    /** True for one or two letters by form or by reading. */
    private boolean isFew(Text text) {
        Box box = text.box;
        double width = Math.max(box.width(), box.height()) / (double) Math.min(box.width(), box.height());
        Reading reading = text.readings.stream().reduce(Reading::or).orElseThrow();
        boolean isRead = reading.letters() > 0 && reading.likelihood() >= LEAST_SURE && width < WIDEST_PAIR;
        return reading.letters() <= FEW
                && (width < WIDEST_LETTER || isRead)
                && reading.words().stream().noneMatch(identifiers::areInitials)
                && text(text.plane, wider(box)).readings.stream().allMatch(all -> all.letters() <= FEW);
    }

    /** A text with what is beside it, where another letter would be. */
    private static Box wider(Box text) {
        int beside = (int) Math.ceil(BESIDE * Math.min(text.width(), text.height()));
        return text.grown(text.runsAlongColumn() && !isLetter(text) ? 0 : beside, text.runsAlongColumn() ? beside : 0);
    }

    /** How a text may be turned to run to the right; what is not much higher than wide may be an upright letter. */
    private static List<UnaryOperator<Plane>> turns(Box text) {
        if (!text.runsAlongColumn()) {
            return List.of(UnaryOperator.identity());
        }
        return isLetter(text)
                ? List.of(Plane::turnedRight, Plane::turnedLeft, UnaryOperator.identity())
                : List.of(Plane::turnedRight, Plane::turnedLeft);
    }

    private static boolean isLetter(Box text) {
        return text.height() < WIDEST_PAIR * text.width();
    }
}
