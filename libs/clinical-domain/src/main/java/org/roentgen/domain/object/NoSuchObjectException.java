package org.roentgen.domain.object;

import java.io.IOException;

/** The object store holds no object of this id. */
public final class NoSuchObjectException extends IOException {
    private static final long serialVersionUID = 1L;

    public NoSuchObjectException(ObjectId id) {
        super("No object " + id + " in this object store");
    }
}
