/**
 * The tables as Hibernate entities. References to other rows are ids, not associations: a unit of work is small, and a
 * query that needs several tables says so. A JSON column is JSON text; its type is named where it is read.
 */
@NullMarked
package org.roentgen.store.entity;

import org.jspecify.annotations.NullMarked;
