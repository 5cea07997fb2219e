package org.roentgen.api.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.roentgen.dicom.Value;

/** Bytes whose number is known before they are sent. */
interface Content {
    long length();

    InputStream open() throws IOException;

    static Content of(Value.Data value) {
        return new Content() {
            @Override
            public long length() {
                return value.length();
            }

            @Override
            public InputStream open() throws IOException {
                return value.open();
            }
        };
    }

    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static Content of(Path file) throws IOException {
        long size = Files.size(file);
        return new Content() {
            @Override
            public long length() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
