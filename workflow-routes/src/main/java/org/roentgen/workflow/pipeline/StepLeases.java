package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.roentgen.workflow.configuration.WorkflowConfiguration;

/** The steps that this process carries out now: bounds how many, and keeps their leases alive. */
@ApplicationScoped
public class StepLeases {
    private final Map<UUID, ClaimedStep> inFlight = new ConcurrentHashMap<>();
    private final StepQueue queue;
    private final WorkflowConfiguration configuration;

    StepLeases(StepQueue queue, WorkflowConfiguration configuration) {
        this.queue = queue;
        this.configuration = configuration;
    }

    /** Claims as many due steps as this process has room for. */
    public List<ClaimedStep> claim() {
        int room = configuration.maximumConcurrentSteps() - inFlight.size();
        if (room <= 0) {
            return List.of();
        }
        List<ClaimedStep> claimed = queue.claim(room);
        claimed.forEach(step -> inFlight.put(step.id(), step));
        return claimed;
    }

    /** Gives the step's place to another; its lease is no longer renewed. */
    public void release(ClaimedStep step) {
        inFlight.remove(step.id(), step);
    }

    /** Renews the leases of this process and hands out again the steps of processes that died. */
    public void renew() {
        queue.renew(List.copyOf(inFlight.values()));
        queue.expireLeases();
    }
}
