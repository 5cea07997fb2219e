package org.roentgen.network.layer;

import org.roentgen.network.FeatureShape;

/** What a layer may refer to while it writes its TorchScript text. */
public interface TorchScriptScope {
    String input(int index);

    FeatureShape inputShape(int index);

    /** Number of inputs. */
    int inputs();

    /** Reference to a tensor of this layer. */
    String tensor(String localName);

    /** Whether the text is for training: a literal, since the mode of a loaded module cannot be trusted. */
    boolean training();

    /** The expression in the precision of matrix work: itself, or cast to bfloat16. */
    String compute(String expression);

    /** Adds a statement that keeps an expression, and returns the variable's name. */
    String keep(String expression);

    /** An expression of a random generator for this step and layer, seeded from a counter that is a buffer. */
    String generator();
}
