package org.roentgen.network.layer;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Tensor;

/** What a layer may refer to while it adds its ONNX nodes. */
public interface OnnxScope {
    String input(int index);

    FeatureShape inputShape(int index);

    /** Number of inputs. */
    int inputs();

    /** Name of the initialiser with the trained values of a tensor of this layer. */
    String tensor(String localName);

    /** Adds a constant and returns its name. */
    String constant(String localName, Tensor value);

    /** Adds a constant of whole numbers, such as axes, and returns its name. */
    String integers(String localName, List<Long> values);

    /** Adds a node with one output and returns the output's name. An empty input name stands for an absent input. */
    String node(String operator, List<String> inputs, AttributeProto... attributes);
}
