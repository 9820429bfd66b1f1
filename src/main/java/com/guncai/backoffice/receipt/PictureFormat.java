package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What phones and WeChat make, told by the first bytes; what a file is called says nothing. */
enum PictureFormat {
    JPEG(40_000_000),
    PNG(40_000_000),

    /** Its decoder takes up to 28 bytes a pixel, however few of them are wanted; phones make screenshots only in it. */
    WEBP(10_000_000);

    /** Brands of the HEIF family (ISO/IEC 23008-12) that iPhones and some Android phones write. */
    private static final Set<String> HEIC =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif");

    private final long maxPixels;

    PictureFormat(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /** Pictures of more pixels are not decoded. */
    long maxPixels() {
        return maxPixels;
    }

    /** @throws ProblemException {@code RECEIPT_HEIC_NOT_SUPPORTED}, {@code RECEIPT_NOT_A_PICTURE} */
    static PictureFormat of(byte[] file) {
        if (begins(file, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (begins(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
            return WEBP;
        }
        if (begins(file, 4, "ftyp") && file.length >= 12 && HEIC.contains(text(file, 8, 4))) {
            throw ProblemException.invalid(
                    ProblemCode.RECEIPT_HEIC_NOT_SUPPORTED, "暂不支持 HEIC 格式的照片。请改传截图，或在手机“设置-相机-格式”里选“兼容性最佳”后重新拍摄");
        }
        throw ProblemException.invalid(ProblemCode.RECEIPT_NOT_A_PICTURE, "请上传 JPG、PNG 或 WebP 格式的图片");
    }

    private static boolean begins(byte[] file, int at, String signature) {
        return file.length >= at + signature.length()
                && text(file, at, signature.length()).equals(signature);
    }

    private static String text(byte[] file, int from, int length) {
        return new String(file, from, length, StandardCharsets.ISO_8859_1);
    }
}
