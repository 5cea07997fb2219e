package org.roentgen.training.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.network.checkpoint.Checkpoint;
import org.roentgen.network.checkpoint.CheckpointFormat;

/** The checkpoints of one training run, or of one fold of it, in the object store; a named reference points at the newest. */
final class Checkpoints {
    private final ObjectStore store;
    private final String owner;
    private final String name;

    Checkpoints(ObjectStore store, TrainingRunId run) {
        this(store, run.toString());
    }

    /** Of the fold of a cross-validation, counted from 0. */
    static Checkpoints ofFold(ObjectStore store, TrainingRunId run, int fold) {
        return new Checkpoints(store, run + "/fold-" + (fold + 1));
    }

    private Checkpoints(ObjectStore store, String owner) {
        this.store = store;
        this.owner = owner;
        this.name = "training-runs/" + owner + "/checkpoint";
    }

    /** Keeps equal checkpoints of two trainings apart, so that each can delete its own. */
    String owner() {
        return owner;
    }

    Optional<Checkpoint> newest() throws IOException {
        Optional<ObjectId> id = store.reference(name);
        return id.isPresent() ? Optional.of(read(id.get())) : Optional.empty();
    }

    Checkpoint read(ObjectId id) throws IOException {
        try (InputStream content = store.open(id)) {
            return CheckpointFormat.read(content);
        }
    }

    /** Stores a checkpoint without making it the newest. */
    ObjectId put(Checkpoint checkpoint) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckpointFormat.write(checkpoint, bytes);
        return store.put(bytes.toByteArray());
    }

    /** Makes a stored checkpoint the newest and deletes the one before it. */
    void advance(ObjectId newest) throws IOException {
        Optional<ObjectId> before = store.reference(name);
        store.setReference(name, newest);
        if (before.isPresent() && !before.get().equals(newest)) {
            store.delete(before.get());
        }
    }
}
