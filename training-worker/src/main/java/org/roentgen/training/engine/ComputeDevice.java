package org.roentgen.training.engine;

/**
 * A device that was chosen.
 *
 * @param name {@code cpu} or {@code cuda:0}
 * @param reason why it was chosen, for people
 */
public record ComputeDevice(String name, String reason) {
    public boolean isCuda() {
        return name.startsWith("cuda");
    }
}
