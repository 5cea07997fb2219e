package org.roentgen.training.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.training.engine.Batch;

/** The same network of DJL's blocks, the same loss, DJL's gradient collector and AdamW, on batches that were made before. */
final class BlockSteps implements Stepper {
    private static final int BATCHES = 4;
    private static final int CHANNEL_AXIS = 1;

    private final List<Batch> batches = new ArrayList<>();
    private final FeatureShape input;
    private final FeatureShape output;
    private final Model model;
    private final Trainer trainer;
    private int next;

    BlockSteps(BenchCase bench, Block block) {
        for (int step = 0; step < BATCHES; step++) {
            batches.add(bench.task().batch(0, step));
        }
        input = bench.plan().program().network().input();
        output = bench.plan().program().network().output().shape();
        model = Model.newInstance("blocks", "PyTorch");
        model.setBlock(block);
        Optimizer optimizer =
                Optimizer.adamW().optLearningRateTracker(Tracker.fixed(1e-4f)).build();
        Loss loss = output.rank() == 0 ? Loss.softmaxCrossEntropyLoss() : new DjlDiceLoss();
        trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(optimizer));
        trainer.initialize(new Shape(input.batched(bench.plan().batchSize())));
    }

    @Override
    public int advance() {
        Batch batch = batches.get(next++ % BATCHES);
        try (NDManager memory = model.getNDManager().newSubManager();
                GradientCollector gradients = trainer.newGradientCollector()) {
            NDArray images = memory.create(batch.images(), new Shape(input.batched(batch.samples())));
            NDArray targets = memory.create(ByteBuffer.wrap(batch.targets()), targets(batch.samples()), DataType.UINT8)
                    .toType(DataType.FLOAT32, false);
            NDList scores = trainer.forward(new NDList(images));
            scores.attach(memory);
            NDArray loss = trainer.getLoss().evaluate(new NDList(targets), scores);
            loss.attach(memory);
            gradients.backward(loss);
        }
        trainer.step();
        return 1;
    }

    /** One class, of the image or of each voxel. */
    private Shape targets(int samples) {
        long[] sizes = output.batched(samples);
        sizes[CHANNEL_AXIS] = 1;
        return new Shape(sizes);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
