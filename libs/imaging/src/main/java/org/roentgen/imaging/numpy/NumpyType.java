package org.roentgen.imaging.numpy;

import java.nio.ByteBuffer;
import org.roentgen.imaging.ImageFormatException;

/** The number types of NumPy that images and labels come in. */
enum NumpyType {
    BOOLEAN("b1", 1),
    UINT8("u1", 1),
    INT8("i1", 1),
    UINT16("u2", 2),
    INT16("i2", 2),
    UINT32("u4", 4),
    INT32("i4", 4),
    UINT64("u8", 8),
    INT64("i8", 8),
    FLOAT16("f2", 2),
    FLOAT32("f4", 4),
    FLOAT64("f8", 8);

    private final String code;
    private final int bytes;

    NumpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static NumpyType ofCode(String code) throws ImageFormatException {
        for (NumpyType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new ImageFormatException(
                "NumPy type '%s' is not a plain number: save the array as an integer or float type".formatted(code));
    }

    String code() {
        return code;
    }

    int bytes() {
        return bytes;
    }

    double value(ByteBuffer data, int offset) {
        return switch (this) {
            case BOOLEAN, UINT8 -> Byte.toUnsignedInt(data.get(offset));
            case INT8 -> data.get(offset);
            case UINT16 -> Short.toUnsignedInt(data.getShort(offset));
            case INT16 -> data.getShort(offset);
            case UINT32 -> Integer.toUnsignedLong(data.getInt(offset));
            case INT32 -> data.getInt(offset);
            case UINT64, INT64 -> data.getLong(offset);
            case FLOAT16 -> Float.float16ToFloat(data.getShort(offset));
            case FLOAT32 -> data.getFloat(offset);
            case FLOAT64 -> data.getDouble(offset);
        };
    }
}
