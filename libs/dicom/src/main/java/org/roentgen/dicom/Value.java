package org.roentgen.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The value of an element. Numbers in bytes stand in little-endian order, whatever the encoding was or will be. */
public sealed interface Value {
    /** Bytes in memory or on disk. */
    sealed interface Data extends Value permits Bytes, Bulk {
        /** Length in bytes. */
        long length();

        /**
         * All bytes.
         *
         * @throws IOException if the file cannot be read, has become shorter, or the value has 2 GiB or more
         */
        byte[] toBytes() throws IOException;

        /** A stream over the bytes; close it. */
        InputStream open() throws IOException;
    }

    /**
     * Text that is not encoded yet: the writer encodes it in the character set of its data set.
     *
     * @param values the values, none holding a backslash where the VR allows several values
     */
    record Text(List<String> values) implements Value {
        public Text {
            values = List.copyOf(values);
        }
    }

    /**
     * A sequence.
     *
     * @param items the items
     * @param undefinedLength whether a delimitation item ends it, instead of a length
     */
    record Items(List<DataSet> items, boolean undefinedLength) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Encapsulated pixel data (PS3.5 section A.4).
     *
     * @param offsetTable the basic offset table, empty where it has no entry
     * @param fragments the fragments that follow it
     */
    record Fragments(Data offsetTable, List<Data> fragments) implements Value {
        public Fragments {
            fragments = List.copyOf(fragments);
        }
    }
}
