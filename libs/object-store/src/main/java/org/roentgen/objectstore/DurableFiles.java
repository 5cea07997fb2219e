package org.roentgen.objectstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** File operations that have reached the disk when they return. */
final class DurableFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-x---");
    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r--r-----");

    /** Folders that this process has made durable; saves a synchronisation of every parent on each write. */
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    /** Creates the folder and what is missing above it, each entry synchronised in its parent. */
    void createFolder(Path folder) throws IOException {
        if (folders.contains(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(folder)) {
            createFolder(parent);
            try {
                Files.createDirectory(folder);
                restrict(folder, FOLDER);
            } catch (FileAlreadyExistsException _) {
                // another thread or process was first; it may not have synchronised the parent yet
            }
        }
        if (parent != null && Files.isWritable(parent)) {
            synchronise(parent);
        }
        folders.add(folder);
    }

    /** Moves a synchronised temporary file to its place, replacing what is there, and synchronises the folder. */
    void publish(Path temporary, Path target) throws IOException {
        createFolder(folderOf(target));
        restrict(temporary, READ_ONLY);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        synchroniseFolderOf(target);
    }

    /** Synchronises the folder of a file, so that its name survives a power failure. */
    static void synchroniseFolderOf(Path file) throws IOException {
        synchronise(folderOf(file));
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("'" + file + "' has no parent folder");
        }
        return folder;
    }

    private static void synchronise(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
