package com.guncai.backoffice.process;

/**
 * What somebody handed in with a form.
 *
 * @param name as their computer calls it
 */
public record UploadedFile(String name, byte[] content) {
    @Override
    public String toString() {
        return "UploadedFile[" + content.length + " bytes]";
    }
}
