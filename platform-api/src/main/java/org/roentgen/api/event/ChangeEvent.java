package org.roentgen.api.event;

/** Something changed: ids and states only. */
public record ChangeEvent(String type, String id, String state) {
    /** Keeps the connection open through proxies; says nothing. */
    static final ChangeEvent KEEP_ALIVE = new ChangeEvent("keep-alive", "", "");
}
