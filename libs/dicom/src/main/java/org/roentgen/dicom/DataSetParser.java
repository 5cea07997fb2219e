package org.roentgen.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recursive descent over elements and items (PS3.5 section 7). Depth is bounded by {@link ReadLimits}. */
final class DataSetParser {
    private static final Element[] NONE = {};
    /** A stop that no element can have: a data set may begin with a private group below the meta information. */
    private static final int AFTER_META = 0x0002FFFF;

    private final ByteInput in;
    private final ReadBudget budget;
    private final ElementHeader header;

    DataSetParser(ByteInput in, ReadBudget budget) {
        this.in = in;
        this.budget = budget;
        this.header = new ElementHeader(in, budget);
    }

    /** What surrounds a data set. */
    private record Scope(
            Encoding encoding,
            CharacterSets characterSets,
            @Nullable ImplicitVr implicit,
            long end,
            boolean undefined,
            int stopBefore) {}

    /** Reads to the end of the input, or to the first element at or after a tag. */
    DataSet readRoot(Encoding encoding, int stopBefore) throws IOException {
        return readDataSet(new Scope(encoding, CharacterSets.DEFAULT, null, in.size(), false, stopBefore), true);
    }

    /** Reads the elements of group 0002 that follow. */
    DataSet readMeta() throws IOException {
        return readRoot(Encoding.EXPLICIT_LITTLE, AFTER_META);
    }

    private static boolean isStop(int tag, int stopBefore) {
        return stopBefore == AFTER_META
                ? Tags.group(tag) != 2
                : stopBefore != ReadOptions.NO_STOP && Integer.compareUnsigned(tag, stopBefore) >= 0;
    }

    /** Reads the items that fill the rest of the input. */
    List<DataSet> readItems(CharacterSets characterSets) throws IOException {
        budget.path().push(Tags.ITEM);
        return readItems(new Scope(Encoding.IMPLICIT_LITTLE, characterSets, null, in.size(), false, 0));
    }

    private DataSet readDataSet(Scope scope, boolean root) throws IOException {
        ElementList elements = new ElementList(NONE, root ? 64 : 8);
        ImplicitVr implicit = new ImplicitVr(elements, scope.implicit());
        CharacterSets sets = scope.characterSets();
        Encoding encoding = scope.encoding();
        boolean first = true;
        int last = 0;
        while (hasNext(scope, root)) {
            int tag = in.tag(encoding.bigEndian());
            if (Tags.group(tag) == 0xFFFE && isEndOfItem(tag, scope)) {
                break;
            }
            if (Tags.group(tag) == 0xFFFE) {
                continue;
            }
            if (root && isStop(tag, scope.stopBefore())) {
                break;
            }
            if (root && tag == 0 && !first) {
                budget.breach(Rule.TRAILING_BYTES, in.offset(), "zeros after the last element");
                skip(scope.end() - in.offset());
                break;
            }
            if (first) {
                encoding = corrected(encoding, scope.end());
                tag = in.tag(encoding.bigEndian());
            }
            budget.path().push(tag);
            budget.countElement(in.offset());
            Element element = readElement(encoding, implicit, sets, scope.end());
            if (element != null) {
                add(elements, element, first ? -1 : last, first);
                sets = tag == Tag.SpecificCharacterSet ? characterSets(element) : sets;
            }
            last = tag;
            first = false;
            budget.path().pop();
        }
        return new DataSet(elements.toArray(), sets, scope.undefined());
    }

    private void add(ElementList elements, Element element, int last, boolean first) throws IOException {
        if (!first && Integer.compareUnsigned(element.tag(), last) <= 0) {
            if (elements.find(element.tag()) != null) {
                budget.breach(Rule.DUPLICATE_ELEMENT, in.offset(), "the element occurs twice in its data set");
                return;
            }
            budget.breach(Rule.ELEMENT_ORDER, in.offset(), "the element stands after " + Tags.format(last));
        }
        elements.put(element);
    }

    private Encoding corrected(Encoding encoding, long end) throws IOException {
        Encoding corrected = encoding.correct(in, end);
        if (corrected != encoding) {
            budget.breach(
                    Rule.ENCODING_MISMATCH, in.offset(), "the data set is " + corrected + " instead of " + encoding);
        }
        return corrected;
    }

    private static CharacterSets characterSets(Element element) {
        return CharacterSets.of(ElementValues.strings(DataSet.EMPTY, element));
    }

    /** True where the next element header can be read; handles every way in which a data set can end without delimiter. */
    private boolean hasNext(Scope scope, boolean root) throws IOException {
        long left = scope.end() - in.offset();
        if (left >= 8 && in.require(8)) {
            return true;
        }
        boolean ended = left <= 0 || !in.require(1);
        if (ended && scope.undefined()) {
            budget.breach(Rule.MISSING_DELIMITER, in.offset(), "an item of undefined length is not closed");
        }
        if (!ended) {
            budget.breach(root ? Rule.TRAILING_BYTES : Rule.TRUNCATED, in.offset(), "fewer bytes than an element has");
            skip(Math.min(left, (long) in.limit - in.position));
        }
        return false;
    }

    /** Handles tags of group FFFE where an element should stand: true where they end the data set. */
    private boolean isEndOfItem(int tag, Scope scope) throws IOException {
        if (scope.undefined() && tag == Tags.ITEM_DELIMITATION) {
            in.position += 8;
            return true;
        }
        if (scope.undefined() && (tag == Tags.SEQUENCE_DELIMITATION || tag == Tags.ITEM)) {
            budget.breach(Rule.MISSING_DELIMITER, in.offset(), "an item of undefined length is not closed");
            return true;
        }
        budget.breach(Rule.STRAY_DELIMITER, in.offset(), Tags.format(tag) + " where an element should stand");
        budget.countElement(in.offset());
        in.position += 8;
        return false;
    }

    private @Nullable Element readElement(Encoding encoding, ImplicitVr implicit, CharacterSets sets, long end)
            throws IOException {
        long start = in.offset();
        if (!header.read(encoding, implicit)) {
            budget.breach(Rule.TRUNCATED, start, "the input ends inside an element header");
            skip((long) in.limit - in.position);
            return null;
        }
        int tag = header.tag;
        VR vr = header.vr;
        long length = header.length;
        if (length == ElementHeader.UNDEFINED) {
            return readUndefined(tag, vr, encoding, implicit, sets, end, start);
        }
        length = clip(length, end);
        if (vr.isSequence()) {
            Scope inner = new Scope(encoding, sets, implicit, in.offset() + length, false, 0);
            return new Element(tag, vr, new Value.Items(readItems(inner), false));
        }
        if ((length & 1) != 0) {
            budget.breach(Rule.ODD_LENGTH, start, "the value has an odd length of " + length);
        }
        return new Element(tag, vr, in.value(length, encoding.bigEndian() ? vr.unit() : 1));
    }

    private Element readUndefined(
            int tag, VR vr, Encoding encoding, ImplicitVr implicit, CharacterSets sets, long end, long start)
            throws IOException {
        if (vr == VR.OB || vr == VR.OW || tag == Tag.PixelData) {
            return new Element(tag, vr, readFragments(encoding, end));
        }
        if (vr != VR.SQ && vr != VR.UN) {
            budget.breach(Rule.INVALID_LENGTH, start, "VR " + vr + " cannot have an undefined length");
        }
        // PS3.5 section 6.2.2: the items of an UN element are implicit, whatever surrounds them.
        Encoding inner = vr == VR.UN ? Encoding.IMPLICIT_LITTLE : encoding;
        List<DataSet> items = readItems(new Scope(inner, sets, implicit, end, true, 0));
        return new Element(tag, vr == VR.UN ? VR.UN : VR.SQ, new Value.Items(items, true));
    }

    private long clip(long length, long end) throws IOException {
        long left = end - in.offset();
        if (length <= left) {
            return length;
        }
        Rule rule = end == in.size() ? Rule.TRUNCATED : Rule.LENGTH_BEYOND_PARENT;
        budget.breach(rule, in.offset(), "a length of " + length + " where " + left + " bytes are left");
        return Math.max(left, 0);
    }

    private List<DataSet> readItems(Scope scope) throws IOException {
        if (budget.path().depth() > budget.limits().depth()) {
            throw budget.fail(
                    Rule.LIMIT,
                    in.offset(),
                    "sequences nest deeper than " + budget.limits().depth());
        }
        List<DataSet> items = new ArrayList<>(2);
        boolean bigEndian = scope.encoding().bigEndian();
        while (hasNext(scope, false)) {
            int tag = in.tag(bigEndian);
            if (tag == Tags.SEQUENCE_DELIMITATION && scope.undefined()) {
                in.position += 8;
                break;
            }
            budget.countElement(in.offset());
            if (tag == Tags.ITEM) {
                items.add(readItem(scope, items.size()));
            } else if (Tags.group(tag) == 0xFFFE) {
                budget.breach(Rule.STRAY_DELIMITER, in.offset(), Tags.format(tag) + " between items");
                in.position += 8;
            } else {
                budget.breach(Rule.ITEM_EXPECTED, in.offset(), Tags.format(tag) + " where an item should stand");
                skip(scope.undefined() ? 0 : scope.end() - in.offset());
                break;
            }
        }
        return items;
    }

    private DataSet readItem(Scope scope, int index) throws IOException {
        budget.path().item(index);
        long length = Integer.toUnsignedLong(in.integer(4, scope.encoding().bigEndian()));
        in.position += 8;
        boolean undefined = length == ElementHeader.UNDEFINED;
        long end = undefined ? scope.end() : in.offset() + clip(length, scope.end());
        DataSet item = readDataSet(
                new Scope(scope.encoding(), scope.characterSets(), scope.implicit(), end, undefined, 0), false);
        budget.path().item(-1);
        return item;
    }

    private Value readFragments(Encoding encoding, long end) throws IOException {
        List<Value.Data> fragments = new ArrayList<>();
        boolean bigEndian = encoding.bigEndian();
        Scope scope = new Scope(encoding, CharacterSets.DEFAULT, null, end, true, 0);
        while (hasNext(scope, false)) {
            int tag = in.tag(bigEndian);
            if (tag == Tags.SEQUENCE_DELIMITATION) {
                in.position += 8;
                break;
            }
            if (tag != Tags.ITEM) {
                budget.breach(Rule.ITEM_EXPECTED, in.offset(), Tags.format(tag) + " where a fragment should stand");
                break;
            }
            budget.countElement(in.offset());
            long length = Integer.toUnsignedLong(in.integer(4, bigEndian));
            in.position += 8;
            fragments.add(in.value(clip(length, end), 1));
        }
        return fragments.isEmpty()
                ? new Value.Fragments(Bytes.EMPTY, fragments)
                : new Value.Fragments(fragments.getFirst(), fragments.subList(1, fragments.size()));
    }

    private void skip(long length) throws IOException {
        while (length > 0) {
            long step = Math.min(length, 1 << 20);
            if (in.size() == ByteInput.UNKNOWN_SIZE && !in.require(1)) {
                return;
            }
            step = in.size() == ByteInput.UNKNOWN_SIZE ? Math.min(step, in.limit - in.position) : step;
            in.value(step, 1);
            length -= step;
        }
    }
}
