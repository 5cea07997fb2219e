package org.roentgen.local;

import java.nio.file.Path;
import java.util.List;

/** One process of the local stack. */
interface Service {
    String name();

    /** The ports that it listens on; they must be free before it starts. */
    List<Integer> ports();

    /** Starts it unless it runs, and waits until it is ready. */
    void start();

    boolean isReady();

    void stop();

    DetachedProcess process();

    Path log();
}
