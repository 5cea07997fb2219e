package org.roentgen.imaging.numpy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roentgen.imaging.ImageFormatException;

/** The arrays of an {@code .npz} file by name, in file order. */
public record NpzArrays(Map<String, NumpyArray> byName) {
    public NpzArrays {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * The array of a name.
     *
     * @throws ImageFormatException when there is none; lists the names that there are
     */
    public NumpyArray array(String name) throws ImageFormatException {
        @Nullable NumpyArray array = byName.get(name);
        if (array == null) {
            throw new ImageFormatException("There is no array '%s' in the file; it has %s".formatted(name, names()));
        }
        return array;
    }
}
