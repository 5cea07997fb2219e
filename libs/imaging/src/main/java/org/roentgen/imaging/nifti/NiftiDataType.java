package org.roentgen.imaging.nifti;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The scalar voxel types of NIfTI (field {@code datatype}) and how one voxel is read. */
enum NiftiDataType {
    UINT8(2, 1),
    INT16(4, 2),
    INT32(8, 4),
    FLOAT32(16, 4),
    FLOAT64(64, 8),
    INT8(256, 1),
    UINT16(512, 2),
    UINT32(768, 4),
    INT64(1024, 8),
    UINT64(1280, 8);

    private final int code;
    private final int bytes;

    NiftiDataType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static Optional<NiftiDataType> ofCode(int code) {
        for (NiftiDataType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    int code() {
        return code;
    }

    int bytes() {
        return bytes;
    }

    /** The next voxel of a buffer in the file's byte order. */
    double next(ByteBuffer buffer) {
        return switch (this) {
            case UINT8 -> Byte.toUnsignedInt(buffer.get());
            case INT8 -> buffer.get();
            case INT16 -> buffer.getShort();
            case UINT16 -> Short.toUnsignedInt(buffer.getShort());
            case INT32 -> buffer.getInt();
            case UINT32 -> Integer.toUnsignedLong(buffer.getInt());
            case INT64 -> buffer.getLong();
            case UINT64 -> unsigned(buffer.getLong());
            case FLOAT32 -> buffer.getFloat();
            case FLOAT64 -> buffer.getDouble();
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }
}
