package org.roentgen.dicom;

import java.io.IOException;
import java.util.List;

/** Writes elements and items (PS3.5 section 7). */
final class ElementWriter {
    private final ElementOutput out;

    ElementWriter(ElementOutput out) {
        this.out = out;
    }

    /** The character set in force inside a data set. */
    static CharacterSets effective(DataSet dataSet, CharacterSets outer) {
        return dataSet.contains(Tag.SpecificCharacterSet) ? dataSet.characterSets() : outer;
    }

    /** The encoding of the items of a sequence: always implicit in an UN element (PS3.5 section 6.2.2). */
    static Encoding inner(Element element, Encoding encoding) {
        return element.vr() == VR.UN ? Encoding.IMPLICIT_LITTLE : encoding;
    }

    void writeDataSet(DataSet dataSet, Encoding encoding, CharacterSets outer) throws IOException {
        CharacterSets sets = effective(dataSet, outer);
        for (Element element : dataSet.array()) {
            Element recoded = TextEncoding.recodeOrKeep(element, dataSet.characterSets(), sets);
            if (Tags.isGroupLength(element.tag())) {
                writeGroupLength(dataSet, element, encoding, sets);
            } else {
                write(recoded, encoding, sets);
            }
        }
    }

    private void writeGroupLength(DataSet dataSet, Element element, Encoding encoding, CharacterSets sets)
            throws IOException {
        long length = EncodedLength.ofGroup(dataSet, element.tag(), encoding, sets);
        byte[] bytes = new byte[4];
        ByteOrders.putInteger(bytes, 0, (int) length);
        write(new Element(element.tag(), VR.UL, Bytes.wrap(bytes)), encoding, sets);
    }

    private void write(Element element, Encoding encoding, CharacterSets sets) throws IOException {
        switch (element.value()) {
            case Value.Data data -> writeData(element, data, encoding);
            case Value.Text text -> writeData(element, TextEncoding.encode(element, text, sets), encoding);
            case Value.Items items -> writeItems(element, items, encoding, sets);
            case Value.Fragments fragments -> writeFragments(element, fragments, encoding);
        }
    }

    private void writeData(Element element, Value.Data data, Encoding encoding) throws IOException {
        VR vr = EncodedLength.writtenVr(element.vr(), data.length());
        long padded = data.length() + (data.length() & 1);
        if (padded >= ElementHeader.UNDEFINED) {
            throw new IOException("the value of " + Tags.format(element.tag()) + " has " + padded
                    + " bytes, more than the length field holds: encapsulate it");
        }
        header(element.tag(), vr, padded, encoding);
        out.data(data, encoding.bigEndian() ? element.vr().unit() : 1);
        if ((data.length() & 1) != 0) {
            out.octet(element.vr().padding());
        }
    }

    private void writeItems(Element element, Value.Items value, Encoding encoding, CharacterSets sets)
            throws IOException {
        long length = value.undefinedLength()
                ? ElementHeader.UNDEFINED
                : EncodedLength.ofItems(value, inner(element, encoding), sets);
        header(element.tag(), element.vr(), length, encoding);
        Encoding inner = inner(element, encoding);
        boolean bigEndian = inner.bigEndian();
        for (DataSet item : value.items()) {
            out.tag(Tags.ITEM, bigEndian);
            boolean undefined = item.isUndefinedLength();
            out.integer(undefined ? -1 : (int) EncodedLength.ofDataSet(item, inner, sets), bigEndian);
            writeDataSet(item, inner, sets);
            if (undefined) {
                delimiter(Tags.ITEM_DELIMITATION, bigEndian);
            }
        }
        if (value.undefinedLength()) {
            delimiter(Tags.SEQUENCE_DELIMITATION, bigEndian);
        }
    }

    private void writeFragments(Element element, Value.Fragments value, Encoding encoding) throws IOException {
        boolean bigEndian = encoding.bigEndian();
        header(element.tag(), element.vr(), ElementHeader.UNDEFINED, encoding);
        fragments(List.of(value.offsetTable()), bigEndian);
        fragments(value.fragments(), bigEndian);
        delimiter(Tags.SEQUENCE_DELIMITATION, bigEndian);
    }

    private void fragments(List<Value.Data> fragments, boolean bigEndian) throws IOException {
        for (Value.Data fragment : fragments) {
            long odd = fragment.length() & 1;
            out.tag(Tags.ITEM, bigEndian);
            out.integer((int) (fragment.length() + odd), bigEndian);
            out.data(fragment, 1);
            if (odd != 0) {
                out.octet(0);
            }
        }
    }

    private void header(int tag, VR vr, long length, Encoding encoding) throws IOException {
        boolean bigEndian = encoding.bigEndian();
        out.tag(tag, bigEndian);
        if (encoding.explicit()) {
            out.octet(vr.name().charAt(0));
            out.octet(vr.name().charAt(1));
            if (!vr.hasLongLength()) {
                out.unsignedShort((int) length, bigEndian);
                return;
            }
            out.unsignedShort(0, bigEndian);
        }
        out.integer((int) length, bigEndian);
    }

    private void delimiter(int tag, boolean bigEndian) throws IOException {
        out.tag(tag, bigEndian);
        out.integer(0, bigEndian);
    }
}
