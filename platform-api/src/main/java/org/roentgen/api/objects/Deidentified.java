package org.roentgen.api.objects;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The object store of the de-identified zone. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Deidentified {}
