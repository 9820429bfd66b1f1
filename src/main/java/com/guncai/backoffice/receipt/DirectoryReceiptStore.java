package com.guncai.backoffice.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Pictures in a directory that all nodes share. */
class DirectoryReceiptStore implements ReceiptStore {
    private static final String PART = ".tmp";

    private final Path root;

    DirectoryReceiptStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String name, byte[] jpeg) {
        var file = file(name);
        try {
            Files.createDirectories(file.getParent());
            // Whoever reads sees the whole picture or none.
            var part = Files.createTempFile(file.getParent(), file.getFileName() + ".", PART);
            try {
                Files.write(part, jpeg);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new ReceiptStoreException("receipt could not be written to the directory", failure);
        }
    }

    @Override
    public byte[] get(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException failure) {
            throw new ReceiptStoreException("receipt could not be read from the directory", failure);
        }
    }

    @Override
    public void delete(String name) {
        try {
            var file = file(name);
            Files.deleteIfExists(file);
            deleteParts(file);
        } catch (IOException failure) {
            throw new ReceiptStoreException("receipt could not be deleted from the directory", failure);
        }
    }

    /** What a crash left of writing it. */
    private static void deleteParts(Path file) throws IOException {
        var month = file.getParent();
        if (month == null || !Files.isDirectory(month)) {
            return;
        }
        try (var parts = Files.newDirectoryStream(month, file.getFileName() + ".*" + PART)) {
            for (var part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    private Path file(String name) {
        var file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("outside the store");
        }
        return file;
    }
}
