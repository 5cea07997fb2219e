package org.roentgen.network.torchscript;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorSpec;

/** Pickle (protocol 2) of a module object whose attributes are tensors, each stored under its position as key. */
final class ModulePickle {
    private static final int PROTOCOL = 0x80;
    private static final int NEW_OBJECT = 0x81;
    private static final int TRUE = 0x88;
    private static final int FALSE = 0x89;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ModulePickle() {}

    static byte[] of(List<TensorSpec> specs) {
        ModulePickle pickle = new ModulePickle();
        pickle.module(specs);
        return pickle.out.toByteArray();
    }

    private void module(List<TensorSpec> specs) {
        out.write(PROTOCOL);
        out.write(2);
        global("__torch__", "Net");
        out.write(')');
        out.write(NEW_OBJECT);
        out.write('}');
        out.write('(');
        int key = 0;
        for (TensorSpec spec : specs) {
            text(spec.name());
            tensor(spec, key++);
        }
        text("training");
        out.write(TRUE);
        out.write('u');
        out.write('b');
        out.write('.');
    }

    private void tensor(TensorSpec spec, int key) {
        global("torch._utils", "_rebuild_tensor_v2");
        out.write('(');
        out.write('(');
        text("storage");
        global("torch", "FloatStorage");
        text(Integer.toString(key));
        text("cpu");
        integer(Tensor.elements(spec.shape()));
        out.write('t');
        out.write('Q');
        integer(0);
        tuple(spec.shape());
        tuple(strides(spec.shape()));
        out.write(spec.isParameter() ? TRUE : FALSE);
        global("collections", "OrderedDict");
        out.write(')');
        out.write('R');
        out.write('t');
        out.write('R');
    }

    private static List<Integer> strides(List<Integer> shape) {
        List<Integer> strides = new ArrayList<>();
        int stride = 1;
        for (int size : shape.reversed()) {
            strides.addFirst(stride);
            stride *= size;
        }
        return strides;
    }

    private void tuple(List<Integer> values) {
        out.write('(');
        values.forEach(this::integer);
        out.write('t');
    }

    private void global(String module, String name) {
        out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.write('X');
        littleEndian(bytes.length);
        out.writeBytes(bytes);
    }

    private void integer(int value) {
        out.write('J');
        littleEndian(value);
    }

    private void littleEndian(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }
}
