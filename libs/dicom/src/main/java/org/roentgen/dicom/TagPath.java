package org.roentgen.dicom;

import java.util.Arrays;

/** Where a reader is: tags with the item numbers between them. */
final class TagPath {
    private int[] tags = new int[8];
    private int[] items = new int[8];
    private int depth;

    /** Enters an element; leaves it with {@link #pop()}. */
    void push(int tag) {
        if (depth == tags.length) {
            tags = Arrays.copyOf(tags, depth * 2);
            items = Arrays.copyOf(items, depth * 2);
        }
        tags[depth] = tag;
        items[depth++] = -1;
    }

    void pop() {
        depth--;
    }

    /** The number of the current item of the innermost sequence, from 0. */
    void item(int index) {
        items[depth - 1] = index;
    }

    int depth() {
        return depth;
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            path.append(i == 0 ? "" : ".").append(Tags.format(tags[i]));
            if (items[i] >= 0) {
                path.append('[').append(items[i]).append(']');
            }
        }
        return path.toString();
    }
}
