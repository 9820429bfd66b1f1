package com.guncai.backoffice.staff.secondfactor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app scans, drawn in the page itself: no picture is made of a secret that could be kept somewhere.
 *
 * @param size in modules, quiet zone included
 * @param path of the black modules, for SVG
 */
record QrCode(int size, String path) {

    /** As apps expect it: {@code otpauth://totp/…?secret=…&issuer=…}. */
    static QrCode of(String issuer, String user, String secret) {
        var name = encoded(issuer);
        return draw("otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(name, encoded(user), secret, name));
    }

    private static QrCode draw(String text) {
        try {
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            var path = new StringBuilder();
            for (var y = 0; y < modules.getHeight(); y++) {
                for (var x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            return new QrCode(modules.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "QrCode[size=" + size + "]";
    }
}
