package org.roentgen.dicom;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Elements in ascending order of their tags, growing. */
final class ElementList {
    private @Nullable Element[] elements;
    private int size;

    ElementList(Element[] start, int room) {
        this.elements = Arrays.copyOf(start, start.length + room);
        this.size = start.length;
    }

    /** Replaces the element of the same tag, or inserts; false where it replaced. */
    boolean put(Element element) {
        int at = indexOf(element.tag());
        if (at >= 0) {
            elements[at] = element;
            return false;
        }
        int insertion = -at - 1;
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2 + 8);
        }
        System.arraycopy(elements, insertion, elements, insertion + 1, size - insertion);
        elements[insertion] = element;
        size++;
        return true;
    }

    void remove(int tag) {
        int at = indexOf(tag);
        if (at >= 0) {
            System.arraycopy(elements, at + 1, elements, at, size - at - 1);
            elements[--size] = null;
        }
    }

    @Nullable
    Element find(int tag) {
        int at = indexOf(tag);
        return at < 0 ? null : elements[at];
    }

    @SuppressWarnings("NullAway") // the first elements are never null
    Element[] toArray() {
        return Arrays.copyOf(elements, size, Element[].class);
    }

    @SuppressWarnings("NullAway") // the first elements are never null
    private int indexOf(int tag) {
        int low = 0;
        int high = size - 1;
        if (size > 0 && Integer.compareUnsigned(elements[high].tag(), tag) < 0) {
            return -size - 1;
        }
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Integer.compareUnsigned(elements[middle].tag(), tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
