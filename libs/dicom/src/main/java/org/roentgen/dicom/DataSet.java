package org.roentgen.dicom;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An immutable data set: elements in ascending order of their unsigned tags. Accessors return nothing for an absent or
 * empty element and for text that is no number; whether that is allowed is a question for the validator.
 */
public final class DataSet implements Iterable<Element> {
    /** No elements. */
    public static final DataSet EMPTY = new DataSet(new Element[0], CharacterSets.DEFAULT, false);

    private final Element[] elements;
    private final CharacterSets characterSets;
    private final boolean undefinedLength;

    DataSet(Element[] elements, CharacterSets characterSets, boolean undefinedLength) {
        this.elements = elements;
        this.characterSets = characterSets;
        this.undefinedLength = undefinedLength;
    }

    /** A builder of an empty data set. */
    public static Builder builder() {
        return new Builder(EMPTY);
    }

    /** A builder that begins with the elements of this data set. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The number of elements. */
    public int size() {
        return elements.length;
    }

    /** True where there is no element. */
    public boolean isEmpty() {
        return elements.length == 0;
    }

    /** True where the element is present, be it empty. */
    public boolean contains(int tag) {
        return find(tag) != null;
    }

    /** The element of a tag. */
    public Optional<Element> element(int tag) {
        return Optional.ofNullable(find(tag));
    }

    /** The first value as text without its padding; numbers in decimal, tags as eight digits. */
    public Optional<String> string(int tag) {
        List<String> values = strings(tag);
        return values.isEmpty() || values.getFirst().isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** The first value as text, or the fallback. */
    public String string(int tag, String fallback) {
        return string(tag).orElse(fallback);
    }

    /** All values as text without their padding; empty ones between backslashes stay. */
    public List<String> strings(int tag) {
        Element element = find(tag);
        return element == null ? List.of() : strings(element);
    }

    /** All values of an element of this data set as text. */
    public List<String> strings(Element element) {
        return ElementValues.strings(this, element);
    }

    /** The VR by which to read an element of this data set: that of the dictionaries where it was encoded as UN. */
    public VR vr(Element element) {
        return element.value() instanceof Value.Items ? VR.SQ : ElementValues.effectiveVr(this, element);
    }

    /**
     * The value of an element of this data set in memory; empty for sequences and fragments.
     *
     * @throws java.io.UncheckedIOException if the value is on disk and cannot be read
     */
    public Bytes data(Element element) {
        return ElementValues.bytes(this, element);
    }

    /** The first value as an integer; empty where it is none or does not fit. */
    public OptionalInt integer(int tag) {
        int[] values = integers(tag);
        return values.length == 0 ? OptionalInt.empty() : OptionalInt.of(values[0]);
    }

    /** The first value as an integer, or the fallback. */
    public int integer(int tag, int fallback) {
        return integer(tag).orElse(fallback);
    }

    /** All values as integers, those of UL and AT as unsigned; no value if one of them is no integer. */
    public int[] integers(int tag) {
        Element element = find(tag);
        return element == null ? new int[0] : ElementValues.integers(this, element);
    }

    /** The first value as a decimal. */
    public OptionalDouble decimal(int tag) {
        double[] values = decimals(tag);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
    }

    /** All values as decimals; no value if one of them is no number. */
    public double[] decimals(int tag) {
        Element element = find(tag);
        return element == null ? new double[0] : ElementValues.decimals(this, element);
    }

    /** The items of a sequence, one that was read as UN included; empty where there is none. */
    public List<DataSet> items(int tag) {
        Element element = find(tag);
        return element == null ? List.of() : ElementValues.items(this, element);
    }

    /** The item that a sequence has at most one of. */
    public Optional<DataSet> item(int tag) {
        return items(tag).stream().findFirst();
    }

    /**
     * The bytes of the value, numbers in little-endian order; empty for sequences and fragments.
     *
     * @throws java.io.UncheckedIOException if the value is on disk and cannot be read
     */
    public Optional<byte[]> bytes(int tag) {
        Element element = find(tag);
        return element == null || element.value() instanceof Value.Items || element.value() instanceof Value.Fragments
                ? Optional.empty()
                : Optional.of(ElementValues.bytes(this, element).toBytes());
    }

    /** The first value as a person's name. */
    public Optional<PersonName> personName(int tag) {
        return string(tag).map(PersonName::parse);
    }

    /**
     * The tag of an element in the private block of a creator.
     *
     * @param group an odd group
     * @param creator the private creator
     * @param element the low byte of the element, 0x00 to 0xFF
     */
    public OptionalInt privateTag(int group, String creator, int element) {
        for (int block = 0x10; block <= 0xFF; block++) {
            if (string(Tags.of(group, block)).filter(creator::equals).isPresent()) {
                return OptionalInt.of(Tags.of(group, block << 8 | element & 0xFF));
            }
        }
        return OptionalInt.empty();
    }

    /** The creator that reserved the block of a private element. */
    public Optional<String> privateCreator(int privateTag) {
        return string(Tags.creatorOf(privateTag));
    }

    /** How the text of this data set is encoded: by its own Specific Character Set or that of the data set around it. */
    public CharacterSets characterSets() {
        return characterSets;
    }

    /** Whether this was an item that a delimiter ended, and is written so. */
    boolean isUndefinedLength() {
        return undefinedLength;
    }

    /** The same with the other form of length where it is an item. */
    public DataSet withUndefinedLength(boolean undefined) {
        return undefined == undefinedLength ? this : new DataSet(elements, characterSets, undefined);
    }

    @Override
    public Iterator<Element> iterator() {
        return Arrays.asList(elements).iterator();
    }

    /** The elements in ascending order. */
    public List<Element> elements() {
        return List.of(elements);
    }

    Element[] array() {
        return elements;
    }

    @Nullable
    Element find(int tag) {
        int low = 0;
        int high = elements.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Integer.compareUnsigned(elements[middle].tag(), tag);
            if (order == 0) {
                return elements[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** The number of elements: values do not belong into logs. */
    @Override
    public String toString() {
        return "DataSet of " + elements.length + " elements";
    }

    /**
     * Builds a data set. Putting an element replaces the one of the same tag. Text is kept as Java strings until it is written;
     * a data set that says nothing of its character set gets ISO_IR 192 where it needs one, and changing Specific Character Set
     * re-encodes what was there.
     */
    public static final class Builder {
        private final CharacterSets original;
        private final boolean undefinedLength;
        private final ElementList elements;

        private Builder(DataSet start) {
            this.original = start.characterSets();
            this.undefinedLength = start.isUndefinedLength();
            this.elements = new ElementList(start.array(), 16);
        }

        /** Puts text with the VR of the dictionary; numbers in text for binary VRs; no value makes an empty element. */
        public Builder put(int tag, String... values) {
            return put(tag, vrOf(tag), values);
        }

        /** Puts text, or numbers in text for binary VRs. */
        public Builder put(int tag, VR vr, String... values) {
            return putElement(new Element(tag, vr, ValueEncoding.text(tag, vr, values)));
        }

        /** Puts integers, in binary or in text as the VR of the dictionary wants. */
        public Builder putIntegers(int tag, int... values) {
            return putIntegers(tag, vrOf(tag), values);
        }

        /** Puts integers, in binary or in text as the VR wants. */
        public Builder putIntegers(int tag, VR vr, int... values) {
            return putElement(new Element(
                    tag,
                    vr,
                    ValueEncoding.integers(
                            tag, vr, Arrays.stream(values).asLongStream().toArray())));
        }

        /** Puts decimals, in binary or in text of at most 16 characters as the VR of the dictionary wants. */
        public Builder putDecimals(int tag, double... values) {
            return putDecimals(tag, vrOf(tag), values);
        }

        /** Puts decimals, in binary or in text of at most 16 characters as the VR wants. */
        public Builder putDecimals(int tag, VR vr, double... values) {
            return putElement(new Element(tag, vr, ValueEncoding.decimals(tag, vr, values)));
        }

        /** Puts a sequence of defined length. */
        public Builder putItems(int tag, List<DataSet> items) {
            return putElement(new Element(tag, VR.SQ, new Value.Items(items, false)));
        }

        /** Puts a sequence of defined length. */
        public Builder putItems(int tag, DataSet... items) {
            return putItems(tag, List.of(items));
        }

        /** Puts a copy of bytes; numbers in little-endian order. */
        public Builder putBytes(int tag, VR vr, byte[] bytes) {
            return putElement(new Element(tag, vr, Bytes.copyOf(bytes)));
        }

        /** Puts an element as it is, raw text being in the character set of this data set. */
        public Builder putElement(Element element) {
            elements.put(element);
            return this;
        }

        /** Puts all elements of a data set. */
        public Builder putAll(DataSet other) {
            for (Element element : other) {
                putElement(TextEncoding.recode(element, other.characterSets(), original));
            }
            return this;
        }

        /** Removes an element if it is there. */
        public Builder remove(int tag) {
            elements.remove(tag);
            return this;
        }

        /** True where the element is present. */
        public boolean contains(int tag) {
            return elements.find(tag) != null;
        }

        /** The data set; the builder can go on. */
        public DataSet build() {
            Element[] array = elements.toArray();
            Element named = elements.find(Tag.SpecificCharacterSet);
            if (named == null) {
                return new DataSet(array, original, undefinedLength);
            }
            CharacterSets now = CharacterSets.of(ElementValues.strings(DataSet.EMPTY, named));
            for (int i = 0; i < array.length; i++) {
                array[i] = TextEncoding.recode(array[i], original, now);
            }
            return new DataSet(array, now, undefinedLength);
        }

        private static VR vrOf(int tag) {
            VR vr = Dictionary.vr(tag);
            if (vr == VR.UN) {
                throw new IllegalArgumentException(
                        "the dictionary has no VR for " + Tags.format(tag) + ": name the VR");
            }
            return vr;
        }
    }
}
