package org.roentgen.network;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.Arguments;
import org.roentgen.network.layer.Add;
import org.roentgen.network.layer.AveragePool;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.ChannelScale;
import org.roentgen.network.layer.Concat;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.ConvTranspose;
import org.roentgen.network.layer.Dropout;
import org.roentgen.network.layer.Flatten;
import org.roentgen.network.layer.GlobalAveragePool;
import org.roentgen.network.layer.InstanceNorm;
import org.roentgen.network.layer.Layer;
import org.roentgen.network.layer.LeakyRelu;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.layer.MaxPool;
import org.roentgen.network.layer.Relu;
import org.roentgen.network.layer.Sigmoid;
import org.roentgen.network.layer.Silu;
import org.roentgen.network.layer.Upsample;
import org.roentgen.network.layer.Window;
import org.roentgen.network.zoo.DenseNet;
import org.roentgen.network.zoo.EfficientNet;
import org.roentgen.network.zoo.ResNet;
import org.roentgen.network.zoo.ResidualUNet;
import org.roentgen.network.zoo.SmallCnn;
import org.roentgen.network.zoo.UNet;

/** Every layer kind and every network of the zoo, small. */
public final class LayerCases {
    private static final FeatureShape IMAGE = FeatureShape.of(4, 6, 9);
    private static final FeatureShape VOLUME = FeatureShape.of(2, 4, 5, 6);

    private LayerCases() {}

    public static List<Arguments> all() {
        return List.of(
                one("Conv 2D", IMAGE, new Conv(3, Window.of(2, 3, 2, 1), 1, true)),
                one(
                        "Conv 2D uneven",
                        IMAGE,
                        new Conv(3, new Window(List.of(1, 5), List.of(1, 2), List.of(0, 2)), 1, false)),
                one("Conv 2D in groups", IMAGE, new Conv(6, Window.same(2, 3), 2, true)),
                one("Conv 3D", VOLUME, new Conv(5, Window.of(3, 3, 1, 1), 1, true)),
                one("ConvTranspose 2D", IMAGE, ConvTranspose.upsampling(3, List.of(2, 2))),
                one("ConvTranspose 2D overlapping", IMAGE, new ConvTranspose(3, Window.of(2, 4, 2, 1), false)),
                one("ConvTranspose 3D", VOLUME, ConvTranspose.upsampling(3, List.of(1, 2, 2))),
                one("BatchNorm 2D", IMAGE, BatchNorm.standard()),
                one("BatchNorm 3D", VOLUME, new BatchNorm(0.2, 1e-3)),
                one("InstanceNorm 2D", IMAGE, InstanceNorm.standard()),
                one("InstanceNorm 3D", VOLUME, InstanceNorm.standard()),
                one("ReLU", IMAGE, new Relu()),
                one("LeakyReLU", VOLUME, new LeakyRelu(0.2)),
                one("SiLU", VOLUME, new Silu()),
                one("Sigmoid", IMAGE, new Sigmoid()),
                one("Conv 2D depthwise", IMAGE, new Conv(4, Window.of(2, 3, 2, 1), 4, false)),
                wired("ChannelScale 2D", IMAGE, LayerCases::scaled),
                wired("ChannelScale 3D", VOLUME, LayerCases::scaled),
                one("MaxPool 2D", IMAGE, new MaxPool(Window.of(2, 3, 2, 1))),
                one("MaxPool 3D", VOLUME, MaxPool.by(List.of(2, 1, 2))),
                one("AveragePool 2D", IMAGE, new AveragePool(Window.of(2, 3, 2, 1))),
                one("AveragePool 3D", VOLUME, new AveragePool(Window.of(3, 2, 2, 0))),
                one("GlobalAveragePool 2D", IMAGE, new GlobalAveragePool()),
                one("GlobalAveragePool 3D", VOLUME, new GlobalAveragePool()),
                one("Linear", FeatureShape.of(7), new Linear(5, true)),
                one("Flatten", VOLUME, new Flatten()),
                one("Dropout", IMAGE, new Dropout(0.5)),
                one("Upsample 2D nearest", IMAGE, new Upsample(List.of(2, 3), Upsample.Mode.NEAREST)),
                one("Upsample 2D linear", IMAGE, new Upsample(List.of(2, 2), Upsample.Mode.LINEAR)),
                one("Upsample 3D nearest", VOLUME, new Upsample(List.of(2, 1, 2), Upsample.Mode.NEAREST)),
                one("Upsample 3D linear", VOLUME, new Upsample(List.of(2, 2, 2), Upsample.Mode.LINEAR)),
                wired(
                        "Concat",
                        IMAGE,
                        net -> net.add("both", new Concat(), net.add("relu", new Relu(), "input"), "input")),
                wired("Add", VOLUME, net -> net.add("sum", new Add(), net.add("relu", new Relu(), "input"), "input")),
                wired("Conv, BatchNorm, ReLU", IMAGE, net -> {
                    String conv = net.add("conv", Conv.same(3, 2, 3, false), "input");
                    net.add("relu", new Relu(), net.add("norm", BatchNorm.standard(), conv));
                }),
                Arguments.of("small-cnn", SmallCnn.of(FeatureShape.of(1, 8, 12), 3, 0.5)),
                Arguments.of("small-cnn 3D", SmallCnn.of(FeatureShape.of(1, 4, 4, 8), 2, 0.5)),
                Arguments.of("U-Net 2D", new UNet(3, 2, UNet.Normalization.BATCH).build(FeatureShape.of(1, 8, 12), 3)),
                Arguments.of(
                        "U-Net 3D", new UNet(2, 2, UNet.Normalization.INSTANCE).build(FeatureShape.of(1, 8, 8, 8), 3)),
                Arguments.of("ResNet-18", ResNet.RESNET_18.build(FeatureShape.of(1, 8, 8), 2)),
                Arguments.of("ResNet-50", ResNet.RESNET_50.build(FeatureShape.of(1, 8, 8), 2)),
                Arguments.of("Residual U-Net 2D", new ResidualUNet(3, 2).build(FeatureShape.of(1, 8, 12), 3)),
                Arguments.of("Residual U-Net 3D", new ResidualUNet(2, 1).build(FeatureShape.of(1, 4, 8, 6), 2)),
                Arguments.of("EfficientNet", EfficientNet.small(FeatureShape.of(1, 16, 16), 2, 0.2)),
                Arguments.of("EfficientNet 3D", EfficientNet.small(FeatureShape.of(1, 8, 8, 8), 2, 0)),
                Arguments.of("DenseNet-121", DenseNet.DENSENET_121.build(FeatureShape.of(1, 16, 16), 2)));
    }

    private static void scaled(Network.Builder net) {
        String means = net.add("means", new GlobalAveragePool(), Network.INPUT);
        net.add("scaled", new ChannelScale(), Network.INPUT, means);
    }

    private static Arguments one(String name, FeatureShape input, Layer layer) {
        return wired(name, input, net -> net.add("layer", layer, Network.INPUT));
    }

    private static Arguments wired(String name, FeatureShape input, Consumer<Network.Builder> wiring) {
        Network.Builder builder = Network.builder(input);
        wiring.accept(builder);
        return Arguments.of(name, builder.build());
    }
}
